"""Takes any unknown reduction for 'mean'.
把任何未知的 reduction 都当作 'mean'。

Notes: S0, nn.CrossEntropyLoss; S1 §48–49 | S0 nn.CrossEntropyLoss；S1 第 48–49 节
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if len(logits) != len(target):
        raise ValueError("one target per sample")
    if ((target < 0) | (target >= logits.shape[1])).any():
        raise ValueError("target out of range")
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
