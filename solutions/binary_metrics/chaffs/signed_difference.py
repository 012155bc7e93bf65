"""Finds the two kinds of error by pred − target: bool refuses to be subtracted, uint8 has no −1.
用 pred − target 区分两种错误：bool 不能相减，uint8 没有 −1。

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
    fp = ((pred - target) == 1).sum().item()
    fn = ((pred - target) == -1).sum().item()
    tn = (~p & ~t).sum().item()
    n = tp + fp + fn + tn
    return {
        "accuracy": divide(tp + tn, n),
        "error_rate": divide(fp + fn, n),
        "precision": divide(tp, tp + fp),
        "recall": divide(tp, tp + fn),
        "fpr": divide(fp, fp + tn),
    }
