"""argsort, then gather the values from x itself.
先 argsort，再从 x 里 gather 出值。
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    n = x.size(dim)  # raises IndexError for a dim that is not there
    if k <= 0 or k > n:
        raise ValueError(f"{k=}, {n=}")
    order = x.argsort(dim=dim)
    place = order.index_select(dim, torch.tensor([k - 1], device=x.device))
    value = torch.gather(x, dim, place)
    if keepdim:
        return value, place
    return value.squeeze(dim), place.squeeze(dim)
