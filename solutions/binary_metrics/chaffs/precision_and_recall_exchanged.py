"""Exchanges precision and recall: false positives and false negatives are mixed up.
precision 与 recall 互换：混淆了 FP 与 FN。

Notes: S3 §18, precision and recall (the notes label precision TPR) | S3 第 18 节，查准率与召回率（笔记把前者标成了 TPR）
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
        "precision": divide(tp, tp + fn),
        "recall": divide(tp, tp + fp),
        "fpr": divide(fp, fp + tn),
    }
