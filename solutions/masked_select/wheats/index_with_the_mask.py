"""Broadcasts both and lets x[mask] do the rest; it warns about an empty selection.
把两者都广播，其余交给 x[mask]；没选中任何元素时给出警告。
"""

import warnings

import torch


def masked_select(x: torch.Tensor, mask: torch.Tensor) -> torch.Tensor:
    if mask.dtype is not torch.bool:
        raise TypeError("mask must be a bool tensor")
    try:
        x, mask = torch.broadcast_tensors(x, mask)
    except RuntimeError:
        raise ValueError(f"{tuple(x.shape)} against {tuple(mask.shape)}") from None
    if not mask.any():
        warnings.warn("nothing is selected", stacklevel=2)
    return x[mask]
