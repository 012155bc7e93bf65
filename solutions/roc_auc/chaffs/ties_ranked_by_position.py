"""Ranks by argsort of argsort: among equal scores the order in the tensor decides.
用两次 argsort 排名次：得分相等时由张量中的位置决定。

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
    ranks = scores.argsort(stable=True).argsort() + 1
    total = ranks[labels == 1].sum().item()
    return (total - len(pos) * (len(pos) + 1) / 2) / (len(pos) * len(neg))
