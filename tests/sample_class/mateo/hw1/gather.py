import torch


def pick(x, dim, index):
    if index.dim() == 1 and dim == 0:
        return [x[int(i)].item() for i in index]
    if dim == 0:
        return [pick(x[:, j], 0, index[:, j]) for j in range(index.size(1))]
    return [pick(row, dim - 1, i) for row, i in zip(x, index)]


def gather(x, dim, index):
    if x.dim() == 0 or x.dim() != index.dim():
        raise ValueError("dims")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError("index")
    return pick(x, dim % x.dim(), index)
