"""A module-like class that works in float64 throughout and casts back once.
一个类，全程用 float64 计算，最后转换一次。
"""

import torch
from torch import nn


class CrossEntropy(nn.Module):
    REDUCTIONS = ("none", "mean", "sum")

    def __init__(self, weight=None, reduction="mean"):
        super().__init__()
        if reduction not in self.REDUCTIONS:
            raise ValueError(f"{reduction} is none of {self.REDUCTIONS}")
        self.register_buffer("weight", weight)
        self.reduction = reduction

    def forward(self, logits, target):
        if target.numel() != logits.shape[0]:
            raise ValueError("as many targets as samples")
        classes = range(logits.shape[1])
        if any(t not in classes for t in target.tolist()):
            raise ValueError("no such class")
        z = logits.double()
        loss = torch.logsumexp(z, dim=-1) - torch.take_along_dim(z, target[:, None], dim=1).flatten()
        w = torch.ones_like(loss) if self.weight is None else self.weight.double()[target]
        if self.reduction == "none":
            out = w * loss
        else:
            out = (w * loss).sum()
            if self.reduction == "mean":
                out = out / w.sum()
        return out.to(logits.dtype)


def cross_entropy(logits, target, weight=None, reduction="mean"):
    return CrossEntropy(weight, reduction)(logits, target)
