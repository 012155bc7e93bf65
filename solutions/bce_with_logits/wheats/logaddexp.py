"""log(1 + e^z) as logaddexp(0, z), in a small class.
用 logaddexp(0, z) 写 log(1 + e^z)，放在一个小类里。
"""

from dataclasses import dataclass
from typing import Callable

import torch
from torch import Tensor

REDUCE: dict[str, Callable] = {"none": lambda x: x, "mean": Tensor.mean, "sum": Tensor.sum}


@dataclass(frozen=True)
class Loss:
    pos_weight: Tensor | None
    reduction: str

    def __post_init__(self):
        if self.reduction not in REDUCE:
            raise ValueError(self.reduction)

    def __call__(self, x, t):
        if x.shape != t.shape:
            raise ValueError("shape")
        zero = x.new_zeros(())
        pos, neg = torch.logaddexp(zero, -x), torch.logaddexp(zero, x)
        weight = torch.ones_like(zero) if self.pos_weight is None else self.pos_weight
        return REDUCE[self.reduction](torch.lerp(neg, weight * pos, t) if x.numel() else neg * t)


def bce_with_logits(logits, targets, pos_weight=None, reduction="mean"):
    return Loss(pos_weight, reduction)(logits, targets)
