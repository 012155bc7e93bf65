"""A dataclass that counts patience down and stays stopped.
用 dataclass，倒数剩余的耐心，停止后一直为真。
"""

from dataclasses import dataclass, field
from typing import Optional


@dataclass
class EarlyStopping:
    patience: int
    min_delta: float = 0.0
    best: Optional[float] = field(default=None, init=False)
    best_epoch: int = field(default=-1, init=False)
    stopped: bool = field(default=False, init=False)

    def __post_init__(self):
        if self.patience <= 0:
            raise ValueError(f"patience={self.patience}")
        self._left = self.patience
        self._next = 0

    def step(self, val_loss):
        epoch, self._next = self._next, self._next + 1
        if val_loss == val_loss and (self.best is None or val_loss < self.best - self.min_delta):
            self.best, self.best_epoch, self._left = val_loss, epoch, self.patience
        else:
            self._left -= 1
        self.stopped = self.stopped or self._left <= 0
        return self.stopped
