"""Counts where the ones lie in row-major order and fills them into a flat tensor.
算出每个 1 在行优先顺序中的位置，一次写进一维张量。
"""

import torch


def _check(labels, num_classes):
    if labels.dtype not in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
        raise TypeError(f"labels are {labels.dtype}")
    if labels.numel() and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("label out of range")


def one_hot(labels, num_classes):
    _check(labels, num_classes)
    n = labels.numel()
    flat = torch.zeros(n * num_classes, dtype=torch.int64, device=labels.device)
    starts = torch.arange(n, device=labels.device) * num_classes
    flat[starts + labels.reshape(-1).long()] = 1
    return flat.reshape(list(labels.shape) + [num_classes])
