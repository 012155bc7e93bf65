"""Accepts any labels with N elements and flattens them.
只要标签有 N 个元素就接受，并把它展平。

Notes: S1 §31–32 comparison, eq | S1 第 31–32 节，比较运算 eq
"""

import torch


def accuracy(logits, labels):
    if labels.numel() != logits.size(0):
        raise ValueError("labels must have N elements")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    hits = (predicted == labels.reshape(-1)).sum().item()
    return hits / logits.size(0)
