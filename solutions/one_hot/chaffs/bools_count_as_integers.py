"""Refuses floating-point labels only; bool goes through as 0 and 1.
只拒绝浮点标签；bool 被当作 0 和 1 放了过去。

Notes: S1 §14–15, data types: words as numbers; S0, np.eye | S1 第 14–15 节，数据类型：把单词变成数；S0 np.eye
"""

import torch


def one_hot(labels, num_classes):
    if labels.is_floating_point():
        raise TypeError(f"labels are {labels.dtype}")
    labels = labels.long()
    if labels.numel() and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("label out of range")
    return (labels.unsqueeze(-1) == torch.arange(num_classes, device=labels.device)).long()
