"""Leaves wrong shapes to torch: RuntimeError, or no error where they broadcast.
把错误形状交给 torch：抛出 RuntimeError，能广播时干脆不报错。

Notes: S1 §29–30, matmul: x @ w.t() + b | S1 第 29–30 节 matmul：x @ w.t() + b
"""

import torch


def linear_forward(x, weight, bias=None):
    y = x @ weight.t()
    if bias is not None:
        y = y + bias
    return y
