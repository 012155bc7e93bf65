"""One einsum with an ellipsis.
一个带省略号的 einsum。
"""

import torch


def linear_forward(x, weight, bias=None):
    if weight.ndim != 2 or x.ndim < 1 or x.shape[-1] != weight.shape[-1]:
        raise ValueError(f"{tuple(x.shape)} and {tuple(weight.shape)}")
    out = torch.einsum("...i,oi->...o", x, weight)
    if bias is None:
        return out
    if tuple(bias.shape) != (weight.shape[0],):
        raise ValueError("bias")
    return out.add_(bias)
