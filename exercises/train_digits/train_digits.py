"""Read digits."""

from collections.abc import Callable

import torch


def train_digits(X: torch.Tensor, y: torch.Tensor, seed: int) -> Callable[[torch.Tensor], torch.Tensor]:
    """Train a net of your choice and return a function that reads further images.

    Args:
        X: images [N, 1, 16, 16], float32 in [0, 1].
        y: their labels [N], int64 from 0 to 9.
        seed: decides everything random; the global random state is left as it was.

    Returns:
        predict(images [M, 1, 16, 16]) gives labels [M], int64.
    """
    raise NotImplementedError
