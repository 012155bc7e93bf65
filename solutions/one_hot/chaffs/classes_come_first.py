"""Puts the class axis in front instead of at the end.
把类别那一维放在了最前面，而不是最后。

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
    return torch.stack([(labels == k).long() for k in classes.tolist()])
