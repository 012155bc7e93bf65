"""Uses log(1+e^z) = logaddexp(0, z) and takes the factor's power in the logarithm.
利用 log(1+e^z) = logaddexp(0, z)，调制因子的幂也在对数里计算。
"""

import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    reducers = {"none": lambda v: v, "mean": torch.mean, "sum": torch.sum}
    if reduction not in reducers:
        raise ValueError(f"unknown reduction {reduction}")
    if tuple(logits.shape) != tuple(targets.shape):
        raise ValueError("logits and targets must have one shape")
    sign = torch.where(targets.bool(), 1.0, -1.0).to(logits)
    z = logits * sign
    zero = torch.zeros_like(z)
    log_pt = -torch.logaddexp(zero, -z)
    log_one_minus_pt = -torch.logaddexp(zero, z)
    weight = (alpha - 0.5) * sign + 0.5
    return reducers[reduction](-weight * torch.exp(gamma * log_one_minus_pt) * log_pt)
