"""Sorts each line with Python's own sort.
用 Python 自带的排序处理每一组。
"""

import torch


def kth_smallest(x, k, dim=-1, keepdim=False):
    if dim not in range(-x.dim(), x.dim()):
        raise IndexError(f"dim {dim}")
    size = x.size(dim)
    if not 0 < k <= size:
        raise ValueError(f"k {k}")
    lines = x.movedim(dim, -1)
    shape = lines.shape[:-1]
    flat = lines.reshape(shape.numel(), size)
    places = [sorted(range(size), key=row.__getitem__)[k - 1] for row in flat.tolist()]
    place = torch.tensor(places, dtype=torch.long, device=x.device)
    value = flat[torch.arange(len(places), device=x.device), place].reshape(shape)
    place = place.reshape(shape)
    if keepdim:
        value, place = value.unsqueeze(-1).movedim(-1, dim), place.unsqueeze(-1).movedim(-1, dim)
    return value, place
