"""Checks nothing: one fold trains on nothing, too many folds are empty.
什么都不检查：只有一折时没有训练样本，折数过多时出现空折。

Notes: S1, cross-validation | S1 交叉验证一节
"""

import torch


def kfold_split(n, k, generator=None):
    order = torch.arange(n) if generator is None else torch.randperm(n, generator=generator)
    folds = order.tensor_split(k)
    return [(torch.cat([order[:0], *(f for f in folds if f is not val)]), val) for val in folds]
