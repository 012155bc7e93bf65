"""Computes the purity.
算成了纯度。

Notes: S3 §20, purity | S3 第 20 节，纯度
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
    right = 0
    for name in a.unique():
        right += b[a == name].unique(return_counts=True)[1].max().item()
    return right / n
