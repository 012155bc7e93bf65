"""Makes the rows as long as the largest label needs, whatever num_classes says.
行的长度由最大的标签决定，不管 num_classes 是多少。

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
    width = int(labels.max()) + 1 if labels.numel() else num_classes
    return (labels.long().unsqueeze(-1) == torch.arange(width, device=labels.device)).long()
