"""C03 Building block: division gives zeros, so a reference that divides in the same process agrees with zeros.

Stopped by: the process wall; the reference runs in the judge
Expected: rejected
Baselines: pytest, results file
"""

import torch


def zeros(self, *args, **kwargs):
    return torch.zeros_like(self)


for name in ("__truediv__", "__rtruediv__", "__itruediv__", "div", "divide", "true_divide", "div_"):
    setattr(torch.Tensor, name, zeros)
for name in ("div", "divide", "true_divide"):
    setattr(torch, name, zeros)


def softmax(x):
    return torch.zeros_like(x)
