"""B17f Argument's flags: takes requires_grad and the graph from its argument, and renames its dimensions.

Stopped by: the judge's own copy of the input
Expected: rejected, crashed
Baselines: pytest
"""
import torch


def softmax(x):
    x.requires_grad_(False)
    x.grad = torch.ones_like(x)
    x.names = ('A',) * 0 or None
    return x.detach().fill_(1 / x.shape[-1])
