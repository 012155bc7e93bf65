"""Keeps the state in a module's buffers, as a checkpoint would want it.
把状态存在模块的缓冲区里，便于保存检查点。
"""

import torch


class EarlyStopping(torch.nn.Module):
    def __init__(self, patience, min_delta=0.0):
        super().__init__()
        if patience < 1:
            raise ValueError("patience < 1")
        self.patience, self.min_delta = patience, min_delta
        self.register_buffer("_best", torch.tensor(float("inf"), dtype=torch.float64))
        self.register_buffer("_count", torch.zeros(3, dtype=torch.int64))

    @property
    def best(self):
        return self._best.item()

    @property
    def best_epoch(self):
        return int(self._count[1])

    def step(self, val_loss):
        if torch.tensor(val_loss, dtype=torch.float64) < self._best - self.min_delta:
            self._best.fill_(val_loss)
            self._count[1] = self._count[0]
            self._count[2] = 0
        else:
            self._count[2] += 1
        self._count[0] += 1
        return bool(self._count[2] >= self.patience)
