"""Seeds torch's global random state from the generator.
用 generator 的种子去设置 torch 的全局随机数状态。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    if generator is not None:
        torch.manual_seed(generator.initial_seed())
    order = torch.randperm(n) if generator is not None else torch.arange(n)
    folds = order.tensor_split(k)
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
