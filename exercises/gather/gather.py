"""Pick elements along one dimension, each by its own index."""

import torch


def gather(x: torch.Tensor, dim: int, index: torch.Tensor) -> torch.Tensor:
    """Return the elements of ``x`` that ``index`` names along ``dim``.

    Args:
        x: a float tensor with at least one axis.
        dim: the axis along which to pick; negative counts from the end.
        index: int32 or int64, with as many axes as ``x``; any length along ``dim``, and on every
            other axis at most as long as ``x``. Its elements lie in ``[0, x.size(dim))``.

    Returns:
        A new tensor with the shape of ``index`` and the dtype of ``x``.

    Raises:
        ValueError: ``x`` is 0-d, the numbers of axes differ, or ``index`` is too long off ``dim``.
        TypeError: ``index`` is neither int32 nor int64.
        IndexError: ``x`` has no such ``dim``, or an element of ``index`` is out of range.
    """
    raise NotImplementedError
