"""Uses assert for the ranges: an AssertionError, not a ValueError.
用 assert 检查范围：抛出的是 AssertionError 而不是 ValueError。

Notes: S3 §18, precision and recall | S3 第 18 节，查准率与召回率
"""

def f_beta(precision, recall, beta=1.0):
    if beta <= 0:
        raise ValueError("beta must be greater than 0")
    assert 0 <= precision <= 1 and 0 <= recall <= 1
    divisor = beta**2 * precision + recall
    if divisor == 0:
        return 0.0
    return (1 + beta**2) * precision * recall / divisor
