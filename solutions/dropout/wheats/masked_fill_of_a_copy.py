"""Fills zeros into a scaled copy, in place.
在一份拷贝里原地填零、原地放大。
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    out = x.clone()
    if training and p > 0:
        gone = torch.zeros_like(x, dtype=torch.bool).bernoulli_(p, generator=generator)
        out = out.masked_fill_(gone, 0)
        out = out.div_(max(1 - p, 1e-30))
    return out
