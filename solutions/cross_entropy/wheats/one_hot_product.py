"""Compares the classes with the labels and sums score times one-hot; logsumexp does the rest.
把类别与标签比较成 one-hot，与得分相乘求和，其余交给 logsumexp。
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    n, c = logits.shape
    if target.shape != (n,):
        raise ValueError("target")
    if n and (int(target.min()) < 0 or int(target.max()) >= c):
        raise ValueError("class")
    onehot = (target[:, None] == torch.arange(c, device=target.device)).to(logits.dtype)
    losses = logits.logsumexp(dim=1) - (onehot * logits).sum(dim=1)
    weights = onehot.sum(1) if weight is None else (onehot * weight).sum(1)
    if reduction == "mean":
        return (losses * weights).sum() / weights.sum()
    if reduction == "sum":
        return (losses * weights).sum()
    if reduction == "none":
        return losses * weights
    raise ValueError(reduction)
