"""Returns a 0-d tensor instead of a Python float.
返回 0 维张量，而不是 Python float。

Notes: S1 “MNIST test”, argmax | S1 “MNIST测试”一节，argmax
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    return (predicted == labels).float().mean()
