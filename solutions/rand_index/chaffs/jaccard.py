"""Leaves the pairs apart in both out of the divisor as well: the Jaccard index.
连除数里也去掉了两者中都分开的对：那是 Jaccard 系数。

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
            if in_a and in_b:
                agree += 1
            pairs += in_a or in_b
    return agree / pairs if pairs else 1.0
