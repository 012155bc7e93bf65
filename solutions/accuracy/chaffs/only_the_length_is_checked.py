"""Checks the first size of the labels only: a column [N, 1] passes and broadcasts.
只检查标签的第一维大小：一列 [N, 1] 也能通过，然后被广播。

Notes: S1 §31–32 comparison, eq | S1 第 31–32 节，比较运算 eq
"""

import torch


def accuracy(logits, labels):
    if labels.dim() == 0 or len(labels) != len(logits):
        raise ValueError("labels must have length N")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
