"""Broadcasts x against the weight's rows, multiplies and sums: no matrix product at all.
让 x 与权重各行广播相乘再求和：完全不用矩阵乘法。
"""

from torch import Tensor


def linear_forward(x: Tensor, weight: Tensor, bias: Tensor | None = None) -> Tensor:
    try:
        out_features, in_features = weight.shape
    except ValueError:
        raise ValueError("weight must be a matrix") from None
    if x.dim() == 0 or x.size(-1) != in_features:
        raise ValueError("x")
    y = x.unsqueeze(-2).mul(weight).sum(dim=-1)
    if bias is not None:
        if list(bias.size()) != [out_features]:
            raise ValueError("bias")
        y += bias
    return y
