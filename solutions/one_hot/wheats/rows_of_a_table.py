"""Looks the rows up in a table with ones on its diagonal.
在对角线为 1 的表里逐行查找。
"""

import torch


def one_hot(labels: torch.Tensor, num_classes: int) -> torch.Tensor:
    if labels.dtype == torch.bool or labels.is_floating_point() or labels.is_complex():
        raise TypeError("labels must be integers")
    index = labels.to(torch.int64)
    if torch.any(index < 0) or torch.any(index >= num_classes):
        raise ValueError(f"labels outside of 0..{num_classes - 1}")
    table = torch.diag(torch.ones(num_classes, dtype=torch.int64, device=labels.device))
    return table[index]
