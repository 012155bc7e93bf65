"""Counts the pairs with collections.Counter.
用 collections.Counter 数各种组合。
"""

from collections import Counter


def binary_metrics(pred, target):
    if pred.shape != target.shape:
        raise ValueError(f"{pred.shape} != {target.shape}")
    table = Counter(zip((int(p) for p in pred.tolist()), (int(t) for t in target.tolist())))

    def rate(good, *others):
        total = good + sum(others)
        return good / total if total > 0 else 0.0

    tp, fp, fn, tn = table[1, 1], table[1, 0], table[0, 1], table[0, 0]
    return dict(
        fpr=rate(fp, tn),
        recall=rate(tp, fn),
        precision=rate(tp, fp),
        accuracy=rate(tp + tn, fp + fn),
        error_rate=rate(fp + fn, tp, tn),
    )
