"""Clamps the rates to [0, 1] instead of refusing them.
把比率夹到 [0, 1]，而不是报错。

Notes: S3 §18, precision and recall | S3 第 18 节，查准率与召回率
"""

def f_beta(precision, recall, beta=1.0):
    if beta <= 0:
        raise ValueError("beta must be greater than 0")
    precision = min(max(precision, 0.0), 1.0)
    recall = min(max(recall, 0.0), 1.0)
    divisor = beta**2 * precision + recall
    if divisor == 0:
        return 0.0
    return (1 + beta**2) * precision * recall / divisor
