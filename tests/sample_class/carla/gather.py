# No arange anywhere: positions are counted with cumsum, values are read from one long row.
import torch

_LEGAL = {"torch.int64": 1, "torch.int32": 1}


def gather(x, dim, index):
    axes = x.ndim
    if not axes or axes - index.ndim:
        raise ValueError("axes")
    if str(index.dtype) not in _LEGAL:
        raise TypeError(str(index.dtype))
    (dim,) = [list(range(axes))[dim]]
    for axis, (mine, theirs) in enumerate(zip(x.shape, index.shape)):
        if theirs > mine and axis ^ dim:
            raise ValueError(axis)
    if not torch.all((0 <= index).logical_and(index < x.shape[dim])):
        raise IndexError
    where, weight = index.long() * 0, 1
    for axis in reversed(range(axes)):
        count = index.long() if axis == dim else torch.ones_like(index).long().cumsum(axis) - 1
        where, weight = where + count * weight, weight * x.shape[axis]
    return x.contiguous().view(-1)[where]
