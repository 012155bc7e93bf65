"""Divides first and catches the ZeroDivisionError.
先除，再捕获 ZeroDivisionError。
"""

def f_beta(precision, recall, beta=1.0):
    if beta <= 0 or precision < 0 or recall < 0 or max(precision, recall) > 1:
        raise ValueError("arguments out of range")
    b2 = pow(beta, 2)
    try:
        return float(b2 * precision * recall + precision * recall) / (b2 * precision + recall)
    except ZeroDivisionError:
        return 0.0
