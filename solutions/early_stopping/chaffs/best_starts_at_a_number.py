"""Starts with a best loss of 1000, which the losses may never be below.
最佳损失的初值取 1000，损失可能永远不低于它。

Notes: S1 early stopping | S1 提前停止
"""

class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        if patience < 1:
            raise ValueError("patience must be at least 1")
        self.patience = patience
        self.min_delta = min_delta
        self.best = 1000.0
        self.best_epoch = 0
        self.epoch = 0
        self.bad = 0

    def step(self, val_loss):
        if val_loss < self.best - self.min_delta:
            self.best = val_loss
            self.best_epoch = self.epoch
            self.bad = 0
        else:
            self.bad += 1
        self.epoch += 1
        return self.bad >= self.patience
