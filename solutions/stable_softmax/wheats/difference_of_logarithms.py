"""Computes log p as x minus a hand-made log-sum-exp, in float64, and takes the exponential last.
先在 float64 里算 log p = x − log Σ exp，最后再取指数。
"""

import torch


def stable_softmax(x, dim):
    out_dtype = x.dtype if x.is_floating_point() else torch.get_default_dtype()
    y = x.to(torch.float64)
    total = y.sum(dim, keepdim=True)  # raises IndexError for a dim that is not there
    if 0 in y.shape:
        return y.to(out_dtype, copy=True)
    top = y.max(dim, keepdim=True)[0].detach()
    log_total = top + (y - top).exp().sum(dim, keepdim=True).log()
    assert log_total.shape == total.shape
    return (y - log_total).exp().to(out_dtype)
