"""Accepts int64 alone; the other integer dtypes are a TypeError.
只接受 int64，其他整数 dtype 一律抛 TypeError。

Notes: S1 §14–15, data types: words as numbers; S0, np.eye | S1 第 14–15 节，数据类型：把单词变成数；S0 np.eye
"""

import torch


def one_hot(labels, num_classes):
    if labels.dtype != torch.int64:
        raise TypeError("labels must be a LongTensor")
    if labels.numel() and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("label out of range")
    classes = torch.arange(num_classes, device=labels.device)
    return (labels.unsqueeze(-1) == classes).long()
