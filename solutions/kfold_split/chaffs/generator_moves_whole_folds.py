"""Only the order of the folds is random; the same samples are always together.
只有各折的先后是随机的，总是同样的样本在一起。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    if k < 2 or k > n:
        raise ValueError((n, k))
    folds = torch.arange(n).tensor_split(k)
    places = range(k) if generator is None else torch.randperm(k, generator=generator).tolist()
    folds = [folds[i] for i in places]
    return [(torch.cat([f for f in folds if f is not val]), val) for val in folds]
