"""Ranks by comparing every pair; ties are broken by place.
两两比较得到名次，并列时按位置先后。
"""

import torch


class Ranking:
    def __init__(self, x, dim):
        self.lines = x.movedim(dim, -1)
        self.n = self.lines.shape[-1]
        a, b = self.lines.unsqueeze(-1), self.lines.unsqueeze(-2)
        at = torch.arange(self.n, device=x.device)
        before = (b < a) | ((b == a) & (at[None, :] < at[:, None]))
        self.rank = before.sum(-1)

    def place(self, k):
        return (self.rank == k - 1).to(torch.int64).argmax(-1, keepdim=True)


def kth_smallest(x, k, dim=-1, keepdim=False):
    if not (-x.dim() <= dim <= x.dim() - 1):
        raise IndexError(dim)
    if k < 1 or k > x.shape[dim]:
        raise ValueError(k)
    ranking = Ranking(x, dim)
    place = ranking.place(k)
    value = torch.take_along_dim(ranking.lines, place, -1)
    value, place = value.movedim(-1, dim), place.movedim(-1, dim)
    if not keepdim:
        value, place = value.squeeze(dim), place.squeeze(dim)
    return value, place
