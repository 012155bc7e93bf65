"""Divides by 1 - p even where that is 0, and lets torch.where choose.
即使 1 - p 为 0 也照样相除，再由 torch.where 选取。
"""

import torch


def dropout(x, p, training, generator=None):
    if p < 0 or p > 1:
        raise ValueError
    p = p if training else 0
    keep = torch.bernoulli(torch.full_like(x, 1 - p), generator=generator) == 1
    return torch.where(keep, x / (1 - p), torch.zeros_like(x)) if p < 1 else torch.where(keep, x * float('inf'), 0 * x)
