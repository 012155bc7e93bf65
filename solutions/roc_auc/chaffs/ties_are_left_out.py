"""Leaves pairs with equal scores out of the count altogether.
把得分相等的对整个排除在外。

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
    return lower / (len(pos) * len(neg) - equal) if lower else 0.0
