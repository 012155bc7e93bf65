"""k-means by Lloyd's algorithm."""

import torch


def kmeans(X: torch.Tensor, centers: torch.Tensor, iters: int) -> tuple[torch.Tensor, torch.Tensor]:
    """Run at most ``iters`` rounds of k-means from the given centres.

    Args:
        X: points [N, D], float32 or float64; N may be 0.
        centers: centres to start from [K, D], K at least 1, dtype of X; stays as it is.
        iters: the most rounds to make, 0 or more.

    Returns:
        Labels [N], int64, of the last assignment made, and the centres [K, D] in the dtype of X.
    """
    raise NotImplementedError
