"""Always works along the last dim, whatever dim says.
不管 dim 是多少，总是沿最后一维计算。

Notes: S1 §37–40, softmax | S1 第 37–40 节 softmax
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    if x.numel() == 0:
        return x.clone()
    dim = -1
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
