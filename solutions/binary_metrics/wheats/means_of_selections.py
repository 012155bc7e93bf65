"""Precision as the mean of the targets where an alarm was given, and so on; NaN of an empty mean becomes 0.
查准率即报警处 target 的平均值，其余类推；空平均得到的 NaN 换成 0。
"""

import torch


def _mean(x):
    return torch.nan_to_num(x.double().mean(), nan=0.0).item()


def binary_metrics(pred, target):
    if pred.size() != target.size():
        raise ValueError
    said, true = pred == 1, target == 1
    return {
        "precision": _mean(true[said]),
        "recall": _mean(said[true]),
        "fpr": _mean(said[torch.logical_not(true)]),
        "accuracy": _mean(said == true),
        "error_rate": _mean(said ^ true),
    }
