"""Early stopping."""


class EarlyStopping:
    """Watches a validation loss and says when it has stopped improving.

    Attributes:
        best: the last loss that was an improvement.
        best_epoch: its epoch; the first call of `step` is epoch 0.
    """

    def __init__(self, patience: int, min_delta: float = 0.0) -> None:
        """Stop after ``patience`` epochs in a row that do not improve ``best`` by more than ``min_delta``.

        Raises:
            ValueError: ``patience`` is below 1.
        """
        raise NotImplementedError

    def step(self, val_loss: float) -> bool:
        """Take the loss of the next epoch; return True when training should stop."""
        raise NotImplementedError
