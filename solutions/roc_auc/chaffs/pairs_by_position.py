"""Compares the first positive with the first negative, the second with the second, and so on.
第一个正样本只与第一个负样本比较，第二个只与第二个比较，依此类推。

Notes: S3 §18, AUC by pairs | S3 第 18 节，用成对比较计算 AUC
"""

import torch


def roc_auc(scores, labels):
    pos = scores[labels == 1]
    neg = scores[labels == 0]
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("both classes are needed")
    neg, _ = neg.sort()
    lower = torch.searchsorted(neg, pos).sum().item()
    equal = torch.searchsorted(neg, pos, right=True).sum().item() - lower
    n = min(len(pos), len(neg))
    first = scores[labels == 0][:n]
    return ((pos[:n] > first).double() + 0.5 * (pos[:n] == first).double()).mean().item()
