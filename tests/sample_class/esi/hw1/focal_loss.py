import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if targets.shape != logits.shape:
        raise ValueError("shape mismatch")
    # the formula of the lecture, word by word
    p = torch.sigmoid(logits)
    true_class = targets == 1
    p_t = torch.where(true_class, p, 1 - p)
    weight = torch.full_like(p, 1 - alpha)
    weight[true_class] = alpha
    loss = -weight * (1 - p_t) ** gamma * torch.log(p_t)
    if reduction == "mean":
        return loss.mean()
    elif reduction == "sum":
        return loss.sum()
    elif reduction == "none":
        return loss
    raise ValueError("unknown reduction")
