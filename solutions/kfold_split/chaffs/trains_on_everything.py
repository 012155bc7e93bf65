"""Trains on all samples, the fold's own included.
用全部样本训练，连本折的也包括在内。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    return [(order, val) for val in order.tensor_split(k)]
