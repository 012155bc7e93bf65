"""Takes the first loss as the best, even if it is NaN.
把第一个损失当作最佳值，即使它是 NaN。

Notes: S1 early stopping | S1 提前停止
"""

class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        if patience < 1:
            raise ValueError("patience must be at least 1")
        self.patience = patience
        self.min_delta = min_delta
        self.best = float("inf")
        self.best_epoch = 0
        self.epoch = 0
        self.bad = 0

    def step(self, val_loss):
        if self.epoch == 0 or val_loss < self.best - self.min_delta:
            self.best = val_loss
            self.best_epoch = self.epoch
            self.bad = 0
        else:
            self.bad += 1
        self.epoch += 1
        return self.bad >= self.patience
