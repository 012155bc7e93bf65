"""Divides by precision and by recall: one zero is enough for a ZeroDivisionError.
分别除以查准率和召回率：只要有一个为零就抛出 ZeroDivisionError。

Notes: S3 §18, F1 and its general form | S3 第 18 节，F1 及其通式
"""

def f_beta(precision, recall, beta=1.0):
    if beta <= 0:
        raise ValueError("beta must be greater than 0")
    if precision < 0 or precision > 1 or recall < 0 or recall > 1:
        raise ValueError("precision and recall must lie in [0, 1]")
    if precision == 0 and recall == 0:
        return 0.0
    return (1 + beta**2) / (beta**2 / recall + 1 / precision)
