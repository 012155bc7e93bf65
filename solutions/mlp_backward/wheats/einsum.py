"""Einsum throughout; divides by N at the end.
全用 einsum，最后才除以 N。
"""

import torch


def mlp_backward(x, W1, b1, W2, b2, t):
    h = (torch.einsum("nd,hd->nh", x, W1) + b1).sigmoid()
    o = (torch.einsum("nh,kh->nk", h, W2) + b2).sigmoid()
    out = torch.einsum("nk,nk,nk->nk", o - t, o, 1 - o)
    back = torch.einsum("nk,kh,nh,nh->nh", out, W2, h, 1 - h)
    grads = dict(
        b2=out.sum(dim=0),
        W2=torch.einsum("nk,nh->kh", out, h),
        b1=torch.einsum("nh->h", back),
        W1=torch.einsum("nh,nd->hd", back, x),
    )
    return {k: v / len(x) for k, v in grads.items()}
