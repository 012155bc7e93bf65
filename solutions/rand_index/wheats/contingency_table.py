"""Counts pairs by the contingency table, without looking at any pair.
用列联表计数，不逐对查看。
"""

import torch


def _pairs(counts):
    return (counts * (counts - 1) // 2).sum()


def rand_index(a, b):
    n = a.size(0)
    if n < 2:
        raise ValueError("N must be at least 2")
    _, rows = torch.unique(a, return_inverse=True)
    columns_of, columns = torch.unique(b, return_inverse=True)
    table = torch.bincount(rows * len(columns_of) + columns)
    together = _pairs(table)
    in_a, in_b = _pairs(torch.bincount(rows)), _pairs(torch.bincount(columns))
    total = n * (n - 1) // 2
    agree = total + 2 * together - in_a - in_b
    return agree.item() / total
