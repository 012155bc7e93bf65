"""Gives the result the dtype of the labels, so uint8 labels make a uint8 result.
结果沿用标签的 dtype，uint8 标签就得到 uint8 结果。

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
    classes = torch.arange(num_classes, device=labels.device)
    return (labels.long().unsqueeze(-1) == classes).to(labels.dtype)
