"""Answers NaN if there is only one class.
只有一个类别时返回 NaN。

Notes: S3 §18, AUC by pairs | S3 第 18 节，用成对比较计算 AUC
"""

import torch


def roc_auc(scores, labels):
    pos = scores[labels == 1]
    neg = scores[labels == 0]
    if len(pos) == 0 or len(neg) == 0:
        return float("nan")
    neg, _ = neg.sort()
    lower = torch.searchsorted(neg, pos).sum().item()
    equal = torch.searchsorted(neg, pos, right=True).sum().item() - lower
    return (lower + 0.5 * equal) / (len(pos) * len(neg))
