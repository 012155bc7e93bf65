"""Flattens the labels first and never gives their shape back.
先把标签展平，之后没有恢复原来的形状。

Notes: S0, np.eye: flat labels make a matrix, all others keep their axes | S0 np.eye：展平的标签才得到矩阵，其余保留各维
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
    return (labels.long().reshape(-1, 1) == classes).long()
