"""Reference for linear_forward."""

from torch import Tensor

__all__ = ["linear_forward"]


def linear_forward(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    """``x`` [*, in] times the transpose of ``weight`` [out, in], plus ``bias`` [out] if there is one.

    Raises ValueError where the shapes do not fit.
    """
    _check(x, weight, bias)
    y = x @ weight.mT
    return y if bias is None else y + bias


def _check(x: Tensor, weight: Tensor, bias: Tensor | None) -> None:
    if weight.dim() != 2:
        raise ValueError(f"weight has {weight.dim()} axes, not 2")
    if x.dim() == 0 or x.size(-1) != weight.size(1):
        raise ValueError(f"x {tuple(x.shape)} does not end with {weight.size(1)} inputs")
    if bias is not None and bias.shape != weight.shape[:1]:
        raise ValueError(f"bias {tuple(bias.shape)} does not have {weight.size(0)} elements")
