import torch.nn.functional as F


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError
    t = targets.to(logits.dtype)
    z = logits * (2 * t - 1)
    loss = -(alpha * t + (1 - alpha) * (1 - t)) * (gamma * F.logsigmoid(-z)).exp() * F.logsigmoid(z)
    if reduction not in {"mean", "sum", "none"}:
        raise ValueError
    return loss if reduction == "none" else loss.mean() if reduction == "mean" else loss.sum()
