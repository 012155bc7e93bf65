"""Takes the weight for in × out and does not transpose it; a square one hides the mistake.
把权重当作 输入 × 输出，没有转置；方阵会掩盖这个错误。

Notes: S2, linear layer: what a row of the weight is | S2 线性层：权重的一行是什么
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[0]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[1],):
        raise ValueError("bias does not fit")
    y = x @ weight
    if bias is not None:
        y = y + bias
    return y
