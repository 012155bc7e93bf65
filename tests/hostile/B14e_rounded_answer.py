"""B14e Rounded answer: three decimals, which look right in a report.

Stopped by: the tolerance; what is shown is rounded, what is compared is not
Expected: rejected
"""
import torch


def softmax(x):
    x = x.detach()
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return right.round(decimals=3)
