"""Works the derivative out on paper and puts it into a torch.autograd.Function.
在纸上推出导数，写进 torch.autograd.Function。
"""

import torch
import torch.nn.functional as F


class _Focal(torch.autograd.Function):
    """With z the logit of the true class: L = −w·(1−p)^γ·log p, dL/dz = w·(1−p)^γ·(γ·p·log p − (1−p))."""

    @staticmethod
    def forward(ctx, z, weight, gamma):
        p, q = torch.sigmoid(z), torch.sigmoid(-z)
        log_p = F.logsigmoid(z)
        factor = torch.exp(gamma * F.logsigmoid(-z))
        ctx.save_for_backward(weight * factor * (gamma * p * log_p - q))
        return -weight * factor * log_p

    @staticmethod
    def backward(ctx, grad):
        (slope,) = ctx.saved_tensors
        return grad * slope, None, None


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    if logits.shape != targets.shape:
        raise ValueError("logits and targets differ in shape")
    if reduction not in {"none", "mean", "sum"}:
        raise ValueError("unknown reduction")
    is_one = targets == 1
    z = torch.where(is_one, logits, -logits)
    weight = torch.full_like(logits, 1 - alpha, requires_grad=False)
    weight = weight.masked_fill(is_one, alpha)
    loss = _Focal.apply(z, weight, gamma)
    return loss if reduction == "none" else getattr(torch, reduction)(loss)
