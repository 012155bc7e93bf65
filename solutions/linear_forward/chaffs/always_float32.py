"""Computes in float32, whatever came in.
不管输入是什么都用 float32 计算。

Notes: S1 §14–15, dtypes | S1 第 14–15 节 张量数据类型
"""

import torch


def linear_forward(x, weight, bias=None):
    if x.dim() == 0 or weight.dim() != 2 or x.shape[-1] != weight.shape[1]:
        raise ValueError("x and weight do not fit")
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    x, weight = x.float(), weight.float()
    bias = None if bias is None else bias.float()
    y = x @ weight.t()
    if bias is not None:
        y = y + bias
    return y
