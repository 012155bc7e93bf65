import torch
import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    ce_loss = F.binary_cross_entropy_with_logits(logits, targets.to(logits.dtype), reduction="none")
    p_t = torch.exp(-ce_loss)
    alpha_t = alpha * targets + (1 - alpha) * (1 - targets)
    loss = alpha_t * (1 - p_t) ** gamma * ce_loss
    return {"none": loss, "mean": loss.mean(), "sum": loss.sum()}[reduction]
