"""Computes the accuracy at the threshold 0.5, as the notes' remark suggests.
照笔记的说法，计算阈值 0.5 下的准确率。

Notes: S3 §18, AUC (the notes call it the accuracy of the prediction) | S3 第 18 节，AUC（笔记说它表示预测的准确率）
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
    return ((scores > 0.5) == (labels == 1)).double().mean().item()
