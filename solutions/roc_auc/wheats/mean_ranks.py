"""Wilcoxon's rank sum; equal scores share the mean of their ranks.
Wilcoxon 秩和；得分相等者取名次的平均。
"""

import torch


def roc_auc(scores, labels):
    positive = labels.bool()
    m = int(positive.sum())
    k = labels.numel() - m
    if m == 0 or k == 0:
        raise ValueError("one class only")
    _, inverse, counts = torch.unique(scores, return_inverse=True, return_counts=True)
    last = counts.cumsum(0).double()
    rank = last - (counts.double() - 1) / 2
    s = rank[inverse][positive].sum().item()
    return (s - m * (m + 1) / 2) / (m * k)
