"""Keeps all losses and works everything out anew at each step.
保存全部损失，每一步都从头计算。
"""

import math


class EarlyStopping:
    def __init__(self, patience, min_delta=0.0):
        if not patience >= 1:
            raise ValueError("patience")
        self.patience, self.min_delta, self.history = patience, min_delta, []

    def _records(self):
        best, found = math.inf, []
        for epoch, loss in enumerate(self.history):
            if not math.isnan(loss) and best - loss > self.min_delta:
                best = loss
                found.append((epoch, loss))
        return found

    @property
    def best(self):
        return self._records()[-1][1] if self._records() else math.nan

    @property
    def best_epoch(self):
        return self._records()[-1][0] if self._records() else -1

    def step(self, val_loss):
        self.history.append(float(val_loss))
        return len(self.history) - 1 - self.best_epoch >= self.patience
