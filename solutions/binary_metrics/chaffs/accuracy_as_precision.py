"""Mixes up the Chinese names: precision is computed as the accuracy.
混淆了中文名称：把准确率当成 precision。

Notes: S3 §18, 精确率 is precision, 准确率 is accuracy | S3 第 18 节，精确率是 precision，准确率是 accuracy
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
        "precision": divide(tp + tn, n),
        "recall": divide(tp, tp + fn),
        "fpr": divide(fp, fp + tn),
    }
