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
    cuts = scores.unique().flip(0)
    right = torch.tensor([(pos >= c).sum().item() / len(pos) for c in cuts.tolist()], dtype=torch.float64)
    wrong = torch.tensor([(neg >= c).sum().item() / len(neg) for c in cuts.tolist()], dtype=torch.float64)
    return torch.trapezoid(right, wrong).item()
