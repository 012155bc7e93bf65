import torch
import torch.nn.functional as F

ONE = torch.ones(1)


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes")
    if reduction not in ("none", "mean", "sum"):
        raise ValueError("reduction")
    y = targets.to(logits.dtype)
    z = (2 * y - 1) * logits
    weights = torch.tensor([1 - alpha, alpha], dtype=logits.dtype)
    alpha_t = weights[0] * (1 - y) + weights[1] * y
    signs = torch.full(logits.shape, -1.0, dtype=logits.dtype)
    loss = signs * alpha_t * torch.exp(gamma * F.logsigmoid(-z)) * F.logsigmoid(z)
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()
