"""Does not check for negative targets and indexes with them: −1 is the last class.
没有检查负的目标，直接用作下标：−1 成了最后一类。

Notes: S0, nn.CrossEntropyLoss: labels are class indices | S0 nn.CrossEntropyLoss：标签是类别下标
"""

import torch


def cross_entropy(logits, target, weight=None, reduction="mean"):
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("unknown reduction")
    if len(logits) != len(target):
        raise ValueError("one target per sample")
    if (target >= logits.shape[1]).any() or (target < -logits.shape[1]).any():
        raise ValueError("target out of range")
    shifted = logits - logits.amax(1, keepdim=True)
    log_p = shifted - shifted.exp().sum(1, keepdim=True).log()
    loss = -log_p[torch.arange(len(target), device=target.device), target]
    used = torch.ones_like(loss)
    if weight is not None:
        used = weight[target]
    loss = loss * used
    if reduction == "none":
        return loss
    if reduction == "sum":
        return loss.sum()
    return loss.sum() / used.sum()
