"""Expands both to [*, n, m, k] with the summed axis last, in contiguous memory.
把两者都扩展成 [*, n, m, k]，求和轴放在最后，内存连续。
"""

import torch


class Product:
    def __init__(self, a, b):
        if min(a.dim(), b.dim()) <= 1:
            raise ValueError("rank")
        *self.lead_a, self.n, k = a.shape
        *self.lead_b, k2, self.m = b.shape
        if k != k2:
            raise ValueError("k")
        self.a, self.b, self.k = a, b, k

    def compute(self):
        try:
            lead = torch.broadcast_shapes(tuple(self.lead_a), tuple(self.lead_b))
        except RuntimeError:
            raise ValueError("lead")
        shape = (*lead, self.n, self.m, self.k)
        left = self.a.unsqueeze(-2).expand(shape)
        right = self.b.mT.unsqueeze(-3).expand(shape)
        return torch.mul(left, right).contiguous().sum(dim=-1)


def batched_matmul(a, b):
    return Product(a, b).compute()
