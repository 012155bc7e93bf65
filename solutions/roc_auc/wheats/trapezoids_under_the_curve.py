"""Builds the ROC curve at the distinct scores and adds up trapezoids.
在互不相同的得分处画出 ROC 曲线，再累加梯形面积。
"""

import torch


class Curve:
    """Points of the ROC curve, from (0, 0) to (1, 1)."""

    def __init__(self, scores, labels):
        order = torch.argsort(scores, descending=True)
        s, y = scores[order], labels[order]
        ends = torch.cat([s[1:] != s[:-1], torch.ones(1, dtype=torch.bool, device=s.device)])
        tp, fp = y.cumsum(0)[ends], (1 - y).cumsum(0)[ends]
        zero = torch.zeros(1, dtype=tp.dtype, device=tp.device)
        self.tp, self.fp = torch.cat([zero, tp]).double(), torch.cat([zero, fp]).double()

    def area(self):
        return torch.trapezoid(self.tp / self.tp[-1], self.fp / self.fp[-1]).item()


def roc_auc(scores, labels):
    if len(set(labels.tolist())) < 2:
        raise ValueError("ROC needs both classes")
    return Curve(scores, labels).area()
