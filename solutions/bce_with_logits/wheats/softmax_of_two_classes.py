"""Sees the sigmoid as a softmax over (0, x) and takes log_softmax of the pair.
把 sigmoid 看作 (0, x) 的 softmax，对这一对取 log_softmax。
"""

import torch


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("reduction")
    both = torch.stack((torch.zeros_like(logits), logits)).log_softmax(0)
    mix = torch.stack((1 - targets, targets if pos_weight is None else targets * pos_weight))
    loss = -(both * mix).sum(0)
    return loss if reduction == "none" else getattr(torch, reduction)(loss)
