"""Returns the false negative rate FN/(FN+TP).
返回假负率 FN/(FN+TP)。

Notes: S3 §18, FPR = FP / (FP + TN) | S3 第 18 节，FPR = FP / (FP + TN)
"""

import torch


def divide(part, whole):
    if whole == 0:
        return 0.0
    return part / whole


def binary_metrics(pred, target):
    if pred.shape != target.shape:
        raise ValueError("pred and target must have the same shape")
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
        "fpr": divide(fn, fn + tp),
    }
