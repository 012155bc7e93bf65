"""Makes sure of a positive, but not of a negative.
只确认有正样本，没有确认有负样本。

Notes: S3 §18, AUC by pairs | S3 第 18 节，用成对比较计算 AUC
"""

import torch


def roc_auc(scores, labels):
    pos = scores[labels == 1]
    neg = scores[labels == 0]
    if len(pos) == 0:
        raise ValueError("both classes are needed")
    neg, _ = neg.sort()
    lower = torch.searchsorted(neg, pos).sum().item()
    equal = torch.searchsorted(neg, pos, right=True).sum().item() - lower
    return (lower + 0.5 * equal) / (len(pos) * len(neg))
