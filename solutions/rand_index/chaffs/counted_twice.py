"""Counts each pair twice but divides by N(N−1)/2.
每对数了两次，却除以 N(N−1)/2。

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
    return 2 * agree / pairs
