"""Sees the sigmoid as a softmax over the logits (0, x) and takes log_softmax of that pair.
把 sigmoid 看作 (0, x) 两个 logit 的 softmax，对它们取 log_softmax。
"""

import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("targets do not fit the logits")
    pair = torch.stack((torch.zeros_like(logits), logits), dim=-1).log_softmax(dim=-1)
    index = targets.long().unsqueeze(-1)
    log_pt = pair.gather(-1, index).squeeze(-1)
    log_rest = pair.gather(-1, 1 - index).squeeze(-1)
    alphas = torch.tensor([1 - alpha, alpha], dtype=logits.dtype, device=logits.device)
    loss = -alphas[targets.long()] * (gamma * log_rest).exp() * log_pt
    if reduction == "mean":
        return loss.mean()
    if reduction == "sum":
        return loss.sum()
    if reduction == "none":
        return loss
    raise ValueError(reduction)
