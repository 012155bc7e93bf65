"""A softmax that does not overflow: see README.md. | 不会溢出的 softmax：说明见 README.zh.md。"""

import torch


def stable_softmax(x: torch.Tensor, dim: int) -> torch.Tensor:
    """Return the softmax of ``x`` along ``dim``.

    Args:
        x: float32, float64 or any integer dtype, at least one axis; entries may be −inf.
        dim: the axis along which the result adds up to 1; negative counts from the end.

    Returns:
        A new tensor of the shape of ``x``: its dtype if floating-point, else the default floating-point dtype.

    Raises:
        IndexError: ``x`` has no such ``dim``.
    """
    raise NotImplementedError
