"""Answers 0/0 before it looks at beta: a wrong beta passes there.
先处理 0/0 再检查 beta：此时错误的 beta 会漏过。

Notes: S3 §18, F1 and its general form | S3 第 18 节，F1 及其通式
"""

def f_beta(precision, recall, beta=1.0):
    if precision < 0 or precision > 1 or recall < 0 or recall > 1:
        raise ValueError("precision and recall must lie in [0, 1]")
    divisor = beta**2 * precision + recall
    if precision == 0 and recall == 0:
        return 0.0
    if beta <= 0:
        raise ValueError("beta must be greater than 0")
    return (1 + beta**2) * precision * recall / divisor
