"""Computes with 0-d float64 tensors and turns 0/0 into 0 by nan_to_num.
用 0 维 float64 张量计算，再用 nan_to_num 把 0/0 变成 0。
"""

import torch


def f_beta(precision, recall, beta=1.0):
    p, r, b = torch.tensor([precision, recall, beta], dtype=torch.float64)
    if b <= 0:
        raise ValueError("beta must be positive")
    if torch.stack((p, r)).ne(torch.stack((p, r)).clamp(0, 1)).any():
        raise ValueError("precision and recall must lie in [0, 1]")
    return ((1 + b.square()) * p * r / (b.square() * p + r)).nan_to_num(nan=0.0).item()
