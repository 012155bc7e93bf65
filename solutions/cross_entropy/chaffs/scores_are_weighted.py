"""Multiplies the scores by the class weights instead of the losses.
把类别权重乘到得分上，而不是损失上。

Notes: S0, nn.CrossEntropyLoss: weight | S0 nn.CrossEntropyLoss：weight
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    if len(logits) != len(target):
        raise ValueError("one target per sample")
    if ((target < 0) | (target >= logits.shape[1])).any():
        raise ValueError("target out of range")
    logits = logits if weight is None else logits * weight
    shifted = logits - logits.amax(1, keepdim=True)
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log()
    loss = -log_p.gather(1, target.unsqueeze(1)).squeeze(1)
    used = torch.ones_like(loss)
    loss = loss * used
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / used.sum()
