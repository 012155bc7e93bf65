"""Does not look at the shape of the labels and lets them broadcast.
不检查标签的形状，任其广播。

Notes: S1 §31–32 comparison, eq | S1 第 31–32 节，比较运算 eq
"""

import torch


def accuracy(logits, labels):
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
