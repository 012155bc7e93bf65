"""Works in float64 whatever came in, with hand-made log σ, and casts back at the end.
不管输入是什么都用 float64 计算，自己写 log σ，最后转换回来。
"""

import torch


def _log_sigmoid(x):
    return torch.minimum(x, torch.zeros_like(x)) - (1 + (-x.abs()).exp()).log()


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if reduction not in ["none", "mean", "sum"]:
        raise ValueError("reduction")
    if logits.ndim != targets.ndim or logits.shape != targets.shape:
        raise ValueError("shape")
    x, t = logits.double(), targets.double()
    first = t * _log_sigmoid(x)
    if pos_weight is not None:
        first = first * pos_weight.double()
    loss = -first - (1 - t) * _log_sigmoid(-x)
    if reduction == "mean":
        loss = loss.mean()
    elif reduction == "sum":
        loss = loss.sum()
    return loss.to(logits.dtype)
