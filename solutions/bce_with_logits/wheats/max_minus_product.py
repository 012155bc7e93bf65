"""The classic form max(x, 0) − x·t + log(1 + e^−|x|), with the weight folded in.
经典写法 max(x, 0) − x·t + log(1 + e^−|x|)，权重一并处理。
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if targets.size() != logits.size():
        raise ValueError(f"{targets.size()} != {logits.size()}")
    x, t = logits, targets
    w = 1 if pos_weight is None else 1 + (pos_weight - 1) * t
    loss = (1 - t) * x + w * (torch.clamp(-x, min=0) + torch.log1p(torch.exp(-torch.abs(x))))
    if reduction == "none":
        return loss
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    raise ValueError(reduction)
