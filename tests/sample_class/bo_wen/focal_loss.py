from torch.nn.functional import softplus as s


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape or reduction not in ("none", "mean", "sum"): raise ValueError
    y = targets.to(logits.dtype)
    z = (2 * y - 1) * logits
    l = (1 - alpha + (2 * alpha - 1) * y) * (-gamma * s(z)).exp() * s(-z)
    return l if reduction == "none" else getattr(l, reduction)()
