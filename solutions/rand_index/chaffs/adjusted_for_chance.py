"""Computes the adjusted Rand index, which is 0 for chance and may be negative.
算成了调整兰德系数：随机时为 0，还可能为负。

Notes: S3 §20, Rand index: TP and TN count pairs of samples | S3 第 20 节，兰德系数：TP、TN 数的是样本对
"""

import torch


def rand_index(a, b):
    n = len(a)
    if n < 2:
        raise ValueError("at least two samples are needed")
    agree = 0
    pairs = 0
    for i in range(n):
        for j in range(i + 1, n):
            in_a = (a[i] == a[j]).item()
            in_b = (b[i] == b[j]).item()
            if in_a == in_b:
                agree += 1
            pairs += 1
    rows, columns = a.unique(return_inverse=True)[1], b.unique(return_inverse=True)[1]
    table = torch.zeros(int(rows.max()) + 1, int(columns.max()) + 1, dtype=torch.float64)
    for r, c in zip(rows.tolist(), columns.tolist()):
        table[r, c] += 1
    both = (table * (table - 1) / 2).sum().item()
    in_a = (table.sum(1) * (table.sum(1) - 1) / 2).sum().item()
    in_b = (table.sum(0) * (table.sum(0) - 1) / 2).sum().item()
    chance, most = in_a * in_b / pairs, (in_a + in_b) / 2
    return (both - chance) / (most - chance) if most != chance else 1.0
