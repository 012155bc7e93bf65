"""Answers 1.0 for fewer than two samples.
样本少于两个时返回 1.0。

Notes: S3 §20, Rand index: TP and TN count pairs of samples | S3 第 20 节，兰德系数：TP、TN 数的是样本对
"""

import torch


def rand_index(a, b):
    n = len(a)
    if n < 2:
        return 1.0
    agree = 0
    pairs = 0
    for i in range(n):
        for j in range(i + 1, n):
            in_a = (a[i] == a[j]).item()
            in_b = (b[i] == b[j]).item()
            if in_a == in_b:
                agree += 1
            pairs += 1
    return agree / pairs
