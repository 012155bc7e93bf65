"""Does not compare the shapes and lets them broadcast.
不比较形状，任其广播。

Notes: S1 §24–26, broadcasting | S1 第 24–26 节，广播
"""

import torch


def divide(part, whole):
    if whole == 0:
        return 0.0
    return part / whole


def binary_metrics(pred, target):
    p = pred == 1
    t = target == 1
    tp = (p & t).sum().item()
    fp = (p & ~t).sum().item()
    fn = (~p & t).sum().item()
    tn = (~p & ~t).sum().item()
    n = tp + fp + fn + tn
    return {
        "accuracy": divide(tp + tn, n),
        "error_rate": divide(fp + fn, n),
        "precision": divide(tp, tp + fp),
        "recall": divide(tp, tp + fn),
        "fpr": divide(fp, fp + tn),
    }
