"""chunk rounds the size of a fold up: the last fold is small, or missing.
chunk 把每折大小向上取整：最后一折偏小，甚至缺失。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.chunk(k)
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
