"""Calls argmax without dim: one flat index for the whole batch.
调用 argmax 时没有给 dim：整个批次只得到一个展平的下标。

Notes: S1 §31–32 statistics, argmax and its dim | S1 第 31–32 节，argmax 及其 dim
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax()
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
