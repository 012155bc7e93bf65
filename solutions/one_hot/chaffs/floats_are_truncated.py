"""Converts the labels with long() before it looks at their dtype.
还没看 dtype 就用 long() 转换，浮点标签被截断。

Notes: S1 §14–15, data types: words as numbers; S0, np.eye | S1 第 14–15 节，数据类型：把单词变成数；S0 np.eye
"""

import torch


def one_hot(labels, num_classes):
    labels = labels.long()
    if labels.numel() and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("label out of range")
    return (labels.unsqueeze(-1) == torch.arange(num_classes, device=labels.device)).long()
