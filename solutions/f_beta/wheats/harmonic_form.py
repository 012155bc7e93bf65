"""The harmonic form, with the zeros taken out first.
调和平均的写法，先处理为零的情形。
"""

def f_beta(precision, recall, beta=1.0):
    for rate in (precision, recall):
        if rate < 0 or rate > 1:
            raise ValueError(f"{rate} is no rate")
    if beta <= 0:
        raise ValueError(f"beta {beta}")
    if min(precision, recall) == 0:
        return 0.0
    return (1 + beta**2) / (beta**2 / recall + 1 / precision)
