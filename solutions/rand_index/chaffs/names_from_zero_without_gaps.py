"""Makes one-hot codes with as many columns as there are clusters: names with gaps do not fit.
按簇的个数做 one-hot：名字有间隔时就放不下。

Notes: S3 §20, Rand index: TP and TN count pairs of samples | S3 第 20 节，兰德系数：TP、TN 数的是样本对
"""

import torch


def rand_index(a, b):
    n = len(a)
    if n < 2:
        raise ValueError("at least two samples are needed")
    codes = [torch.nn.functional.one_hot(x, len(x.unique())) for x in (a, b)]
    agree = 0
    pairs = 0
    for i in range(n):
        for j in range(i + 1, n):
            in_a = bool((codes[0][i] == codes[0][j]).all())
            in_b = bool((codes[1][i] == codes[1][j]).all())
            if in_a == in_b:
                agree += 1
            pairs += 1
    return agree / pairs
