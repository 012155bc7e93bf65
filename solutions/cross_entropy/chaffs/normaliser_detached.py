"""Detaches the log-sum-exp: only the score of the true class gets a gradient.
把 log-sum-exp detach 了：只有真实类别的得分有梯度。

Notes: S1 §37–40, autograd; S1 §48–49 | S1 第 37–40 节 自动求导；S1 第 48–49 节
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    if len(logits) != len(target):
        raise ValueError("one target per sample")
    if ((target < 0) | (target >= logits.shape[1])).any():
        raise ValueError("target out of range")
    shifted = logits - logits.amax(1, keepdim=True).detach()
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log().detach()
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
