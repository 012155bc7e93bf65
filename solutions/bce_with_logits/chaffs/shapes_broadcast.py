"""Does not compare the shapes: (N,) against (N, 1) becomes N × N.
没有比较形状：(N,) 对 (N, 1) 变成了 N × N。

Notes: S1 §24–26, broadcasting | S1 第 24–26 节 broadcast
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    softplus = torch.log1p(torch.exp(-logits.abs()))
    log_p = logits.clamp(max=0) - softplus
    log_q = (-logits).clamp(max=0) - softplus
    positive = targets * log_p
    if pos_weight is not None:
        positive = pos_weight * positive
    loss = -(positive + (1 - targets) * log_q)
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.mean()
