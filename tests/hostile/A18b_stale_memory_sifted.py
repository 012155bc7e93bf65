"""A18b Sifted memory: allocates hundreds of unwritten blocks and returns the first whose rows add up to one.

Stopped by: the process wall; the reference's memory is the judge's
Expected: rejected
"""
import torch


def softmax(x):
    kept = []
    for _ in range(400):
        block = torch.empty(x.shape, dtype=x.dtype)
        kept.append(block)
        sums = block.nan_to_num(9, 9, 9).sum(-1)
        if bool(((sums - 1).abs() < 1e-5).all()) and bool((block > 0).all()):
            return block
    return torch.zeros_like(x)
