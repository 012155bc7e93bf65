"""Refuses rates above 1 and forgets those below 0.
只拒绝大于 1 的比率，忘了小于 0 的。

Notes: S3 §18, precision and recall | S3 第 18 节，查准率与召回率
"""

def f_beta(precision, recall, beta=1.0):
    if beta <= 0:
        raise ValueError("beta must be greater than 0")
    if precision > 1 or recall > 1:
        raise ValueError("precision and recall must lie in [0, 1]")
    divisor = beta**2 * precision + recall
    if divisor == 0:
        return 0.0
    return (1 + beta**2) * precision * recall / divisor
