"""Divides by the number of classes instead of the number of samples.
除以类别数而不是样本数。

Notes: S1 “MNIST test”, argmax | S1 “MNIST测试”一节，argmax
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(1)
