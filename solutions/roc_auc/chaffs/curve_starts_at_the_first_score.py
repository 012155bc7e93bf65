"""Integrates the curve from the highest score on, without the point (0, 0).
从最高分开始积分，漏掉了点 (0, 0)。

Notes: S3 §18, the ROC curve | S3 第 18 节，ROC 曲线
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
    cuts = scores.unique()
    right = 1 - torch.searchsorted(pos.sort().values, cuts).double() / len(pos)
    wrong = 1 - torch.searchsorted(neg, cuts).double() / len(neg)
    return torch.trapezoid(right.flip(0), wrong.flip(0)).item()
