"""Indexes a table with the labels as they are: uint8 is taken for a mask there.
直接用原来的标签作下标查表：uint8 在这里被当成了掩码。

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
    table = torch.diag(torch.ones(num_classes, dtype=torch.int64, device=labels.device))
    if labels.dtype in (torch.int8, torch.int16):
        labels = labels.long()
    return table[labels]
