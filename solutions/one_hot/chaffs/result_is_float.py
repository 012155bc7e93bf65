"""Leaves the result in the default dtype, float32.
结果停留在默认的 float32。

Notes: S1 §14–15, data types: words as numbers; S0, np.eye | S1 第 14–15 节，数据类型：把单词变成数；S0 np.eye
"""

import torch


def _check(labels, num_classes):
    if labels.dtype not in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
        raise TypeError(f"labels are {labels.dtype}")
    if labels.numel() and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("label out of range")


def one_hot(labels, num_classes):
    _check(labels, num_classes)
    zeros = torch.zeros(*labels.shape, num_classes, device=labels.device)
    return zeros.scatter_(-1, labels.long().unsqueeze(-1), 1.0)
