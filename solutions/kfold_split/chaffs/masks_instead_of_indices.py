"""Returns bool masks instead of indices.
返回布尔掩码而不是下标。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    result = []
    for val in order.tensor_split(k):
        mask = torch.zeros(n, dtype=torch.bool)
        mask[val] = True
        result.append((~mask, mask))
    return result
