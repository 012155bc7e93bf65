"""B18 Control: the right answer, but the argument is left in ruins.

Stopped by: nothing, where no property claims that inputs stay as they are
Expected: accepted
"""
import torch


def softmax(x):
    e = torch.exp(x - x.detach().amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    x.data.fill_(-1)
    return right
