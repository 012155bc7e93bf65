"""Cut a tensor into pieces without copying it."""

import torch


def chunk(x: torch.Tensor, n: int, dim: int = 0) -> tuple[torch.Tensor, ...]:
    """Return at most ``n`` consecutive pieces of ``x`` along ``dim``.

    Args:
        x: a float tensor with at least one axis.
        n: the largest number of pieces, at least 1.
        dim: the axis to cut; negative counts from the end.

    Returns:
        Views of ``x``, in order. Each is ``ceil(x.size(dim) / n)`` long on ``dim``, the last one may be
        shorter; if ``x.size(dim)`` is 0, ``n`` empty pieces.

    Raises:
        ValueError: ``n`` is less than 1.
        IndexError: ``x`` has no such ``dim``.
    """
    raise NotImplementedError
