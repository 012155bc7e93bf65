"""Uses mm, which takes 2-d matrices only.
使用 mm，它只接受二维矩阵。

Notes: S1 §29–30: mm is 2-d; S1 says nn.Linear is 2-d, which it is not | S1 第 29–30 节：mm 只能二维；S1 说 nn.Linear 是二维的，这不对
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = torch.mm(x, weight.t())
    if bias is not None:
        y = y + bias
    return y
