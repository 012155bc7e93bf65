"""The quotient rule on unnormalised exponentials, in a small class.
对未归一化的指数用商的求导法则，写成一个小类。
"""

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass
class Quotient:
    """e_i / s with de_i = e_i on the diagonal, ds = e_j."""

    e: Tensor
    s: Tensor

    def jacobian(self) -> Tensor:
        top = torch.diag(self.e) * self.s - self.e.unsqueeze(1) * self.e.unsqueeze(0)
        return top / self.s**2


def softmax_jacobian(a: Tensor) -> Tensor:
    if a.dim() != 1:
        raise ValueError("1-d")
    e = (a - (a.detach().amax() if a.numel() else 0)).exp()
    return Quotient(e, e.sum()).jacobian()
