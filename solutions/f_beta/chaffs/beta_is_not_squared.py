"""Uses β where β² belongs.
该用 β² 的地方用了 β。

Notes: S3 §18, F1 and its general form | S3 第 18 节，F1 及其通式
"""

def f_beta(precision, recall, beta=1.0):
    if beta <= 0:
        raise ValueError("beta must be greater than 0")
    if precision < 0 or precision > 1 or recall < 0 or recall > 1:
        raise ValueError("precision and recall must lie in [0, 1]")
    divisor = beta * precision + recall
    if divisor == 0:
        return 0.0
    return (1 + beta) * precision * recall / divisor
