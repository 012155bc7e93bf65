"""Reference for early_stopping."""

import math

__all__ = ["EarlyStopping"]


class EarlyStopping:
    """Watches a validation loss and says when it has stopped improving.

    ``best`` is the last loss that improved (+inf before any), ``best_epoch`` its epoch, counted from 0
    (None before any).
    """

    def __init__(self, patience: int, min_delta: float = 0.0) -> None:
        if patience < 1:
            raise ValueError(f"patience has to be at least 1, not {patience}")
        self.patience, self.min_delta = patience, min_delta
        self.best: float = math.inf
        self.best_epoch: int | None = None
        self._epoch, self._failed = -1, 0

    def step(self, val_loss: float) -> bool:
        """Take the next epoch's loss; True if `patience` epochs in a row have not improved."""
        self._epoch += 1
        if val_loss < self.best - self.min_delta:  # false for NaN
            self.best, self.best_epoch, self._failed = val_loss, self._epoch, 0
        else:
            self._failed += 1
        return self._failed >= self.patience
