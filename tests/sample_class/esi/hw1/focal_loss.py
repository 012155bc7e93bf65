import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if targets.shape != logits.shape:
        raise ValueError("shape mismatch")
    # the formula of the lecture, word by word
    t = targets.to(logits.dtype)
    p = torch.sigmoid(logits)
    pos = -alpha * (1 - p) ** gamma * torch.log(p) * t
    neg = -(1 - alpha) * p ** gamma * torch.log(1 - p) * (1 - t)
    loss = pos + neg
    if reduction == "mean":
        return loss.mean()
    elif reduction == "sum":
        return loss.sum()
    elif reduction == "none":
        return loss
    raise ValueError("unknown reduction")
