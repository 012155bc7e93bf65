"""Takes dim modulo the number of axes, so an impossible dim is accepted.
把 dim 对维数取模，于是不存在的 dim 也被接受。

Notes: S1 §37–40, softmax | S1 第 37–40 节 softmax
"""

import torch


def stable_softmax(x, dim):
    dim = dim % x.dim()
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if x.numel() == 0:
        return x.clone()
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
