"""Keeps the state in attributes of the class, which all objects share.
把状态存在类的属性里，所有对象共用。

Notes: S1 early stopping | S1 提前停止
"""

class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        if patience < 1:
            raise ValueError("patience must be at least 1")
        self.patience = patience
        self.min_delta = min_delta
        EarlyStopping.best = float("inf")
        EarlyStopping.best_epoch = 0
        EarlyStopping.epoch = 0
        EarlyStopping.bad = 0

    def step(self, val_loss):
        if val_loss < EarlyStopping.best - self.min_delta:
            EarlyStopping.best = val_loss
            EarlyStopping.best_epoch = EarlyStopping.epoch
            EarlyStopping.bad = 0
        else:
            EarlyStopping.bad += 1
        EarlyStopping.epoch += 1
        return EarlyStopping.bad >= self.patience
