"""Takes the class with the smallest score.
取得分最低的类别。

Notes: S1 §31–32, argmin (the notes call it the index of the maximum) | S1 第 31–32 节，argmin（笔记误作最大值的下标）
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmin(dim=1)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
