"""Converts the scores to float32: close float64 scores become ties.
把得分转成 float32：接近的 float64 得分变成平局。

Notes: S1 §14–15, data types | S1 第 14–15 节，数据类型
"""

import torch


def roc_auc(scores, labels):
    scores = scores.float()
    pos = scores[labels == 1]
    neg = scores[labels == 0]
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("both classes are needed")
    neg, _ = neg.sort()
    lower = torch.searchsorted(neg, pos).sum().item()
    equal = torch.searchsorted(neg, pos, right=True).sum().item() - lower
    return (lower + 0.5 * equal) / (len(pos) * len(neg))
