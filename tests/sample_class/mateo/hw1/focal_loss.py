import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("shapes")
    y = targets.to(logits.dtype)
    z = logits * (2 * y - 1)
    loss = (alpha * y + (1 - alpha) * (1 - y)) * (-gamma * torch.nn.functional.softplus(z)).exp() * torch.nn.functional.softplus(-z)
    if reduction == "mean":
        return loss.mean().item()
    if reduction == "sum":
        return loss.sum().item()
    if reduction == "none":
        return loss.detach().numpy()
    raise ValueError("reduction")
