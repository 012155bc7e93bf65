"""Recursion over nested Python lists; the tensor is made at the end.
对嵌套的 Python 列表递归，最后才变成张量。
"""

import torch


def _rows(label, num_classes):
    if isinstance(label, list):
        return [_rows(item, num_classes) for item in label]
    if not 0 <= label < num_classes:
        raise ValueError(f"{label} is no class")
    return [int(label == k) for k in range(num_classes)]


def one_hot(labels, num_classes):
    if "int" not in str(labels.dtype):
        raise TypeError(str(labels.dtype))
    rows = _rows(labels.tolist(), num_classes)
    made = torch.tensor(rows, dtype=torch.int64, device=labels.device)
    return made.reshape(tuple(labels.shape) + (num_classes,))
