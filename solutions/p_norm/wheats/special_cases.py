"""A case of its own for each common p, and a general one in a class.
常用的 p 各写一支，其余交给一个类处理。
"""

import torch


class Norm:
    def __init__(self, p):
        if p <= 0:
            raise ValueError("p")
        self.p = p

    def __call__(self, x, **where):
        if self.p == 1:
            return x.abs().sum(**where)
        if self.p == 2:
            return (x * x).sum(**where).sqrt()
        if self.p == float("inf"):
            return torch.maximum(x.amax(**where), -x.amin(**where))
        return x.abs().float_power(self.p).sum(**where).float_power(1 / self.p).to(x.dtype)


def p_norm(x, p=2, dim=None, keepdim=False):
    if not x.dtype.is_floating_point:
        x = x.to(torch.get_default_dtype())
    if dim is None:
        dim = tuple(range(x.dim()))
    return Norm(p)(x, dim=dim, keepdim=keepdim)
