"""Negates the caller's targets in place to count the negatives.
为了数负例，原地取反了调用者的 target。

Notes: S1 §31–32 comparison; S1 §14–15 data types | S1 第 31–32 节比较运算；S1 第 14–15 节数据类型
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
    target.copy_(~t)
    n = tp + fp + fn + tn
    return {
        "accuracy": divide(tp + tn, n),
        "error_rate": divide(fp + fn, n),
        "precision": divide(tp, tp + fp),
        "recall": divide(tp, tp + fn),
        "fpr": divide(fp, fp + tn),
    }
