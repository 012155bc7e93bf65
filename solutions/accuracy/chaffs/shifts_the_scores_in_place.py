"""Subtracts the maximum from the caller's logits, as one does before a softmax.
像 softmax 之前那样减去最大值，却直接改了调用者的 logits。

Notes: S1 §37–40, softmax | S1 第 37–40 节，softmax
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    logits -= logits.max()
    predicted = logits.argmax(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
