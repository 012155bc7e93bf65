"""Takes the maximum of a line without entries, which raises.
对没有元素的组求最大值，抛出异常。

Notes: S1 §37–40, softmax | S1 第 37–40 节 softmax
"""

import torch


def stable_softmax(x, dim):
    if not -x.dim() <= dim < x.dim():
        raise IndexError("no such dim")
    if not x.is_floating_point():
        x = x.to(torch.get_default_dtype())
    top = x.amax(dim=dim, keepdim=True)
    e = torch.exp(x - top)
    return e / e.sum(dim=dim, keepdim=True)
