"""Writes the ones into zeros with scatter along the last axis.
用 scatter 沿最后一维把 1 写进全零张量。
"""

import torch


def _check(labels, num_classes):
    if labels.dtype not in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
        raise TypeError(f"labels are {labels.dtype}")
    if labels.numel() and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("label out of range")


def one_hot(labels, num_classes):
    _check(labels, num_classes)
    zeros = torch.zeros(*labels.shape, num_classes, dtype=torch.long, device=labels.device)
    return zeros.scatter_(-1, labels.long().unsqueeze(-1), 1)
