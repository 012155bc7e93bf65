"""Compares the numbers of elements only, and flattens.
只比较元素个数，然后展平。

Notes: S1 §24–26, broadcasting | S1 第 24–26 节，广播
"""

import torch


def divide(part, whole):
    if whole == 0:
        return 0.0
    return part / whole


def binary_metrics(pred, target):
    if pred.numel() != target.numel():
        raise ValueError("pred and target must have the same shape")
    p = pred.reshape(-1) == 1
    t = target.reshape(-1) == 1
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
