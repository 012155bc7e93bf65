"""A small class flattens to 2-d, uses mm, and restores the leading axes.
用一个小类展平成二维，用 mm 相乘，再还原前面各维。
"""

import math
from dataclasses import dataclass

import torch


@dataclass
class Linear:
    weight: torch.Tensor
    bias: torch.Tensor | None

    def __post_init__(self):
        if self.weight.ndim != 2:
            raise ValueError(f"weight has {self.weight.ndim} axes")
        if self.bias is not None and self.bias.shape != self.weight.shape[:1]:
            raise ValueError("one bias per output")

    def __call__(self, x):
        *lead, features = x.shape or (None,)
        if features != self.weight.shape[1]:
            raise ValueError(f"{features} features")
        flat = torch.mm(self.weight, x.reshape(math.prod(lead), features).t()).t()
        y = flat.reshape(*lead, self.weight.shape[0])
        return y.clone() if self.bias is None else y + self.bias


def linear_forward(x, weight, bias=None):
    return Linear(weight, bias)(x)
