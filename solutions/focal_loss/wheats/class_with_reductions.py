"""A small class holds α and γ; the function only builds it and calls it.
用一个小类保存 α 和 γ；函数只负责构造并调用它。
"""

import enum

import torch
from torch import nn


class Reduction(enum.Enum):
    NONE = "none"
    MEAN = "mean"
    SUM = "sum"

    def __call__(self, loss):
        if self is Reduction.NONE:
            return loss
        return loss.mean() if self is Reduction.MEAN else loss.sum()


class FocalLoss(nn.Module):
    def __init__(self, alpha, gamma, reduction):
        super().__init__()
        self.alpha, self.gamma, self.reduction = alpha, gamma, Reduction(reduction)
        self.log_sigmoid = nn.LogSigmoid()

    def forward(self, logits, targets):
        if logits.shape != targets.shape:
            raise ValueError("unequal shapes")
        positive = targets.to(torch.bool)
        easy_pos = torch.sigmoid(-logits) ** self.gamma
        easy_neg = torch.sigmoid(logits) ** self.gamma
        loss_pos = -self.alpha * easy_pos * self.log_sigmoid(logits)
        loss_neg = -(1 - self.alpha) * easy_neg * self.log_sigmoid(-logits)
        return self.reduction(torch.where(positive, loss_pos, loss_neg))


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    return FocalLoss(alpha, gamma, reduction)(logits, targets)
