"""The k-th smallest: see README.md. | 第 k 小：说明见 README.zh.md。"""

import torch


def kth_smallest(
    x: torch.Tensor, k: int, dim: int = -1, keepdim: bool = False
) -> tuple[torch.Tensor, torch.Tensor]:
    """Return the k-th smallest elements of ``x`` along ``dim``, and their places.

    Args:
        x: float32 or float64, at least one axis.
        k: counts from 1 (the smallest) to the size of ``dim``.
        dim: the axis along which to look; negative counts from the end.
        keepdim: keep ``dim`` with size 1.

    Returns:
        The values in the dtype of ``x``, and their int64 places along ``dim``; both new tensors.

    Raises:
        ValueError: ``k`` is out of range.
        IndexError: ``x`` has no such ``dim``.
    """
    raise NotImplementedError
