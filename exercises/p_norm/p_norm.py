"""The p-norm: see README.md. | p-范数：说明见 README.zh.md。"""

import torch


def p_norm(
    x: torch.Tensor, p: float = 2, dim: int | tuple[int, ...] | None = None, keepdim: bool = False
) -> torch.Tensor:
    """Return the p-norm of ``x`` along ``dim``.

    Args:
        x: float32, float64 or any integer dtype, any shape.
        p: a positive number, or ``float("inf")``.
        dim: one axis, several, or None for all; negative counts from the end.
        keepdim: keep the axes of ``dim`` with size 1.

    Returns:
        A new tensor of the dtype of ``x`` if that is floating-point, else of the default floating-point dtype.

    Raises:
        ValueError: ``p`` is not positive.
        IndexError: ``x`` has no such ``dim``.
    """
    raise NotImplementedError
