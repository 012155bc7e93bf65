import torch


def gather(x, dim, index):
    # negative numbers count from the end, as everywhere in Python
    if x.dim() != index.dim() or x.dim() == 0:
        raise ValueError("different number of dimensions")
    if index.dtype != torch.int64 and index.dtype != torch.int32:
        raise TypeError("index must be an integer tensor")
    if not (-x.dim() <= dim < x.dim()):
        raise IndexError("dim")
    dim = dim + x.dim() if dim < 0 else dim
    size = x.size(dim)
    for d in range(x.dim()):
        if d != dim and index.size(d) > x.size(d):
            raise ValueError("index too big in dimension %d" % d)
    if ((index >= size) | (index < -size)).any():
        raise IndexError("index out of range")
    ix = []
    for d in range(x.dim()):
        if d == dim:
            ix.append(index.long())
        else:
            view = [1] * x.dim()
            view[d] = -1
            ix.append(torch.arange(index.size(d), device=x.device).view(view))
    return x[tuple(ix)]
