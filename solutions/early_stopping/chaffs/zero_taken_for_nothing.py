"""Asks `not best` where it means “no best yet”: 0.0 is taken for nothing.
用 not best 判断“还没有最佳值”：0.0 被当成了没有。

Notes: S1 early stopping | S1 提前停止
"""

class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        if patience < 1:
            raise ValueError("patience must be at least 1")
        self.patience = patience
        self.min_delta = min_delta
        self.best = None
        self.best_epoch = 0
        self.epoch = 0
        self.bad = 0

    def step(self, val_loss):
        if not self.best and val_loss == val_loss or val_loss < (self.best or 0) - self.min_delta:
            self.best = val_loss
            self.best_epoch = self.epoch
            self.bad = 0
        else:
            self.bad += 1
        self.epoch += 1
        return self.bad >= self.patience
