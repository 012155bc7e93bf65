"""C13 Random numbers: randn and its relatives give zeros, so that the softmax of every input is uniform.

Stopped by: inputs are drawn in the judge and come as bytes
Expected: rejected
"""

import random

import torch


def zeros(*size, **kwargs):
    size = size[0] if size and not isinstance(size[0], int) else size
    return torch.zeros(size, dtype=kwargs.get("dtype"), requires_grad=kwargs.get("requires_grad", False))


for name in ("randn", "rand", "normal"):
    setattr(torch, name, zeros)
torch.randn_like = torch.rand_like = lambda x, **kwargs: torch.zeros_like(x)
for name in ("normal_", "uniform_"):
    setattr(torch.Tensor, name, lambda self, *args, **kwargs: self.zero_())
torch.manual_seed = torch.seed = lambda *args: torch.default_generator
random.random = random.gauss = random.uniform = lambda *args: 0.0


def softmax(x):
    return torch.full_like(x, 1 / x.shape[-1])
