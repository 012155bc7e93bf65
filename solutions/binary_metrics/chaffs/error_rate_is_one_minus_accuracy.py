"""Computes the error rate as 1 − accuracy, which is 1 for an empty batch.
用 1 − 准确率 计算错误率，空批次时得到 1。

Notes: S3 §18, confusion matrix and the metrics from it | S3 第 18 节，混淆矩阵及由它得出的指标
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
        "error_rate": 1.0 - divide(tp + tn, n),
        "precision": divide(tp, tp + fp),
        "recall": divide(tp, tp + fn),
        "fpr": divide(fp, fp + tn),
    }
