"""Takes the argmax along dim 0: the best sample of each class instead of the best class of each sample.
沿第 0 维取 argmax：得到每个类别的最佳样本，而不是每个样本的最佳类别。

Notes: S1 §31–32 statistics, argmax and its dim | S1 第 31–32 节，argmax 及其 dim
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    if logits.size(0) == 0:
        return 0.0
    predicted = logits.argmax(dim=0)
    hits = (predicted == labels).sum().item()
    return hits / logits.size(0)
