"""Checks the upper end only; a negative label counts from the end, as in Python.
只检查上界；负的标签像 Python 下标那样从末尾数起。

Notes: S1 §14–15, data types: words as numbers; S0, np.eye | S1 第 14–15 节，数据类型：把单词变成数；S0 np.eye
"""

import torch


def one_hot(labels, num_classes):
    if labels.dtype not in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
        raise TypeError(f"labels are {labels.dtype}")
    if labels.numel() and labels.max() >= num_classes:
        raise ValueError("label out of range")
    classes = torch.arange(num_classes, device=labels.device)
    return ((labels.long() % num_classes).unsqueeze(-1) == classes).long()
