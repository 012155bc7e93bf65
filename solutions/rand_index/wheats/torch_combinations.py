"""Lets torch.combinations list the pairs.
由 torch.combinations 列出样本对。
"""

import torch


def rand_index(a, b):
    if a.numel() < 2:
        raise ValueError("at least two samples")
    i, j = torch.combinations(torch.arange(a.numel(), device=a.device), r=2).unbind(1)
    return torch.mean(((a[i] == a[j]) == (b[i] == b[j])).double()).item()
