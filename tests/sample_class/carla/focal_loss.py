# Two classes with logits (0, z): log p_t is minus a logsumexp. Then nothing can overflow.
import torch


def focal_loss(logits, targets, alpha=0.25, gamma=2.0, reduction="mean"):
    finish = {"none": lambda t: t, "mean": torch.mean, "sum": torch.sum}
    try:
        finish = finish[reduction]
    except KeyError:
        raise ValueError(reduction)
    if list(logits.shape) != list(targets.shape):
        raise ValueError("logits and targets do not match")
    yes = targets.bool()
    sign = yes.to(logits.dtype).mul(2).sub(1)
    z = logits * sign
    zero = torch.zeros_like(z)
    minus_log_pt = torch.logaddexp(zero, -z)
    minus_log_rest = torch.logaddexp(zero, z)
    weight = torch.zeros_like(z).masked_fill(yes, alpha).masked_fill(~yes, 1 - alpha)
    return finish(weight * minus_log_pt * torch.exp(-gamma * minus_log_rest))
