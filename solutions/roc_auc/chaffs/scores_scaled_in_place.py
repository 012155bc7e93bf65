"""Brings the caller's scores to [0, 1] in place first.
先把调用者的得分原地缩放到 [0, 1]。

Notes: S3 §18, the ROC curve | S3 第 18 节，ROC 曲线
"""

import torch


def roc_auc(scores, labels):
    pos = scores[labels == 1]
    neg = scores[labels == 0]
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("both classes are needed")
    scores -= scores.min()
    neg, _ = neg.sort()
    lower = torch.searchsorted(neg, pos).sum().item()
    equal = torch.searchsorted(neg, pos, right=True).sum().item() - lower
    return (lower + 0.5 * equal) / (len(pos) * len(neg))
