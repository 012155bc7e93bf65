import torch


def gather(x, dim, index):
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError("number of axes")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError("dtype of index")
    if dim not in range(-x.dim(), x.dim()):
        raise IndexError("dim")
    dim %= x.dim()
    for axis, (have, want) in enumerate(zip(x.shape, index.shape)):
        if axis != dim and want > have:
            raise ValueError("index too long")
    if (index < 0).any() or (index >= x.size(dim)).any():
        raise IndexError("index")
    flat = torch.zeros(index.shape, dtype=torch.int64)
    for axis, size in enumerate(x.shape):
        if axis == dim:
            here = index.long()
        else:
            here = torch.arange(index.size(axis)).reshape([-1 if i == axis else 1 for i in range(x.dim())])
            here = here.expand(index.shape)
        flat = flat * size + here
    return x.reshape(-1)[flat.reshape(-1)].reshape(index.shape) if index.numel() else x.new_empty(index.shape)
