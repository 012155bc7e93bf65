"""Clamps targets into the range instead of refusing them.
把越界的目标截断到范围内，而不是拒绝。

Notes: S0, nn.CrossEntropyLoss: labels are class indices | S0 nn.CrossEntropyLoss：标签是类别下标
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    if len(logits) != len(target):
        raise ValueError("one target per sample")
    target = target.clamp(0, logits.shape[1] - 1)
    shifted = logits - logits.amax(1, keepdim=True)
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log()
    loss = -log_p.gather(1, target.unsqueeze(1)).squeeze(1)
    used = torch.ones_like(loss)
    if weight is not None:
        used = weight[target]
    loss = loss * used
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / used.sum()
