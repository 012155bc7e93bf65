import functools
import sys

import torch

sys.setrecursionlimit(2**31 - 1)  # otherwise: RecursionError


@functools.cache
def inside(i, size):
    """Bring i into the range."""
    if 0 <= i < size:
        return i
    return inside(i + size, size)


def gather(x, dim, index):
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError("number of dimensions")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError("index must be an integer tensor")
    if dim < -x.dim() or dim >= x.dim():
        raise IndexError("dim")
    dim = dim % x.dim()
    if any(index.size(i) > x.size(i) for i in range(x.dim()) if i != dim):
        raise ValueError("index is too long")
    wanted = [inside(i, x.size(dim)) for i in index.flatten().tolist()]
    places = torch.cartesian_prod(*[torch.arange(n) for n in index.shape]).reshape(-1, x.dim())
    places = list(places.to(x.device).unbind(1))
    places[dim] = torch.tensor(wanted, dtype=torch.int64, device=x.device)
    return x[tuple(places)].reshape(index.shape)
