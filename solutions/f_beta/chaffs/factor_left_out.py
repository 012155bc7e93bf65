"""Leaves the factor 1 + β² out.
漏掉了系数 1 + β²。

Notes: S3 §18, F1 and its general form | S3 第 18 节，F1 及其通式
"""

def f_beta(precision, recall, beta=1.0):
    if beta <= 0:
        raise ValueError("beta must be greater than 0")
    if precision < 0 or precision > 1 or recall < 0 or recall > 1:
        raise ValueError("precision and recall must lie in [0, 1]")
    divisor = beta**2 * precision + recall
    if divisor == 0:
        return 0.0
    return precision * recall / divisor
