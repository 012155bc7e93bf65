"""Asks forgiveness: divides, and catches ZeroDivisionError.
先除再说：捕获 ZeroDivisionError。
"""

def _divide(a, b):
    try:
        return a / b
    except ZeroDivisionError:
        return 0.0


def binary_metrics(pred, target):
    if pred.dim() != target.dim() or any(a != b for a, b in zip(pred.shape, target.shape)):
        raise ValueError("shapes differ")
    tp = fp = fn = tn = 0
    for p, t in zip(pred, target):
        if p and t:
            tp += 1
        elif p:
            fp += 1
        elif t:
            fn += 1
        else:
            tn += 1
    n = tp + fp + fn + tn
    out = {"accuracy": _divide(tp + tn, n), "error_rate": _divide(fp + fn, n)}
    out.update(precision=_divide(tp, tp + fp), recall=_divide(tp, tp + fn), fpr=_divide(fp, fp + tn))
    return out
