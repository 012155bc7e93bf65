"""Turns an AUC below one half around.
把小于一半的 AUC 翻过来。

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
    area = (lower + 0.5 * equal) / (len(pos) * len(neg))
    return max(area, 1.0 - area)
