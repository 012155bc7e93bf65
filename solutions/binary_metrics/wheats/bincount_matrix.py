"""One bincount gives all four cells.
一次 bincount 得到全部四格。
"""

import torch


class ConfusionMatrix:
    def __init__(self, pred, target):
        cell = pred.to(torch.int64) + 2 * target.to(torch.int64)
        self.tn, self.fp, self.fn, self.tp = torch.bincount(cell, minlength=4).tolist()

    @property
    def total(self):
        return self.tn + self.fp + self.fn + self.tp


def binary_metrics(pred, target):
    if tuple(pred.shape) != tuple(target.shape):
        raise ValueError("shapes")
    m = ConfusionMatrix(pred, target)
    quotients = {
        "accuracy": (m.tp + m.tn, m.total),
        "error_rate": (m.fp + m.fn, m.total),
        "precision": (m.tp, m.tp + m.fp),
        "recall": (m.tp, m.tp + m.fn),
        "fpr": (m.fp, m.fp + m.tn),
    }
    return {name: a / b if b else 0.0 for name, (a, b) in quotients.items()}
