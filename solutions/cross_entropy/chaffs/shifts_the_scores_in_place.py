"""Subtracts the maximum from the caller's scores in place.
原地从调用者的得分里减去最大值。

Notes: S0, nn.CrossEntropyLoss; S1 §48–49 | S0 nn.CrossEntropyLoss；S1 第 48–49 节
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    if len(logits) != len(target):
        raise ValueError("one target per sample")
    if ((target < 0) | (target >= logits.shape[1])).any():
        raise ValueError("target out of range")
    if not logits.requires_grad and logits.is_contiguous():
        logits -= logits.amax(1, keepdim=True)
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
