"""Checks the shapes with assert, which raises AssertionError.
用 assert 检查形状，抛出的是 AssertionError。

Notes: S1 §29–30, matmul: x @ w.t() + b | S1 第 29–30 节 matmul：x @ w.t() + b
"""

import torch


def linear_forward(x, weight, bias=None):
    assert x.dim() and weight.dim() == 2 and x.shape[-1] == weight.shape[1]
    if bias is not None and bias.shape != (weight.shape[0],):
        raise ValueError("bias does not fit")
    y = x @ weight.t()
    if bias is not None:
        y = y + bias
    return y
