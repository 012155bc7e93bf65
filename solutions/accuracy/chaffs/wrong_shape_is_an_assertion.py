"""Uses assert for the shape: an AssertionError, not a ValueError.
用 assert 检查形状：抛出的是 AssertionError 而不是 ValueError。

Notes: S1 §31–32 comparison, eq | S1 第 31–32 节，比较运算 eq
"""

import torch


def accuracy(logits, labels):
    assert labels.dim() == 1 and labels.size(0) == logits.size(0)
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
