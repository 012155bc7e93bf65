"""Takes the mean of nothing: an empty batch gives NaN.
对空批次求平均，得到 NaN。

Notes: S1 “MNIST test”, argmax | S1 “MNIST测试”一节，argmax
"""

import torch


def accuracy(logits, labels):
    if labels.dim() != 1 or labels.size(0) != logits.size(0):
        raise ValueError("labels must have shape [N]")
    predicted = logits.argmax(dim=1)
    return (predicted == labels).float().mean().item()
