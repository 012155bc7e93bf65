"""Visits all pairs of tensor elements in a Python loop.
用 Python 循环逐对比较张量元素。

Notes: S3 §18, AUC by pairs | S3 第 18 节，用成对比较计算 AUC
"""

import torch


def roc_auc(scores, labels):
    pos = scores[labels == 1]
    neg = scores[labels == 0]
    if len(pos) == 0 or len(neg) == 0:
        raise ValueError("both classes are needed")
    lower = equal = 0
    for p in pos:
        for n in neg:
            lower += int(p > n)
            equal += int(p == n)
    return (lower + 0.5 * equal) / (len(pos) * len(neg))
