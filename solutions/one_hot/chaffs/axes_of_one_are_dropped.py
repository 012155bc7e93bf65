"""Squeezes the labels, as the notes' (1, m) becomes (m, n).
把标签中大小为 1 的维挤掉，正如笔记里 (1, m) 变成 (m, n)。

Notes: S0, np.eye: (1, m) gives (1, m, n), the notes drop the 1 | S0 np.eye：(1, m) 得到 (1, m, n)，笔记漏掉了那个 1
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
    return (labels.long().squeeze().unsqueeze(-1) == classes).long()
