"""Returns lists of Python ints instead of tensors.
返回 Python 整数列表而不是张量。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.tensor_split(k)
    return [(torch.cat([f for f in folds if f is not val]).tolist(), val.tolist()) for val in folds]
