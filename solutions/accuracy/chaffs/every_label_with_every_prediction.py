"""Compares a column of predictions with a row of labels: N × N answers.
用一列预测与一行标签比较：得到 N × N 个结果。

Notes: S1 §31–32 comparison, eq | S1 第 31–32 节，比较运算 eq
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    hits = (predicted.unsqueeze(1) == labels).float()
    return hits.mean().item()
