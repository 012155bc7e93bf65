"""label XOR class is 0 exactly where the two agree; sign and 1 − make it a one.
标签与类别异或，恰好在相同处为 0；再取 sign、用 1 减，就得到独热。
"""

import torch


def _check(labels, num_classes):
    if labels.dtype not in (torch.int64, torch.int32, torch.int16, torch.int8, torch.uint8):
        raise TypeError(f"labels are {labels.dtype}")
    if labels.numel() and (labels.min() < 0 or labels.max() >= num_classes):
        raise ValueError("label out of range")


def one_hot(labels, num_classes):
    _check(labels, num_classes)
    classes = torch.arange(num_classes, dtype=torch.int64, device=labels.device)
    classes = classes.expand(labels.shape + (num_classes,))
    differs = labels.to(torch.int64)[..., None] ^ classes
    return 1 - differs.sign()
