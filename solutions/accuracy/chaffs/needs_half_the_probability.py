"""Counts a sample only if its class has a probability above one half.
只有当该类别的概率超过一半时才算对。

Notes: S1 §47, logistic regression, the threshold 0.5 | S1 第 47 节 Logistic Regression，阈值 0.5
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=1)
    confident = torch.softmax(logits, dim=1).amax(dim=1) > 0.5
    hits = ((predicted == labels) & confident).sum().item()
    return hits / logits.size(0)
