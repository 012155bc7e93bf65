"""Moves the channel to the end, where broadcasting finds it, and back.
把通道移到最后，让广播对上，再移回来。
"""

import torch


class PReLU:
    def __init__(self, weight):
        self.weight = weight

    def __call__(self, x):
        if self.weight.numel() == 1:
            return self.apply(x, self.weight.view(1) if x.dim() else self.weight.view(()))
        if x.dim() >= 2 and tuple(self.weight.shape) == (x.size(1),):
            return self.apply(x.transpose(1, -1), self.weight).transpose(1, -1)
        raise ValueError(f"weight {tuple(self.weight.shape)}, x {tuple(x.shape)}")

    @staticmethod
    def apply(x, slope):
        return torch.where(torch.gt(x, 0), x, torch.mul(x, slope))


def prelu(x, weight):
    return PReLU(weight)(x)
