"""Divides by N without a look at N = 0.
没有考虑 N = 0 就除以 N。

Notes: S1 “MNIST test”, argmax | S1 “MNIST测试”一节，argmax
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    predicted = logits.argmax(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
