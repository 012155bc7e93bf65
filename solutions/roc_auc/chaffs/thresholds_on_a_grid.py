"""Tries 101 thresholds from 0 to 1: scores elsewhere, or closer than the grid, are lost.
只试 0 到 1 之间的 101 个阈值：此范围之外或比网格更密的得分都丢失了。

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
    grid = torch.linspace(1.005, -0.005, 102, dtype=torch.float64, device=scores.device)[:, None]
    tpr = (pos.double() >= grid).double().mean(1)
    fpr = (neg.double() >= grid).double().mean(1)
    return torch.trapezoid(tpr, fpr).item()
