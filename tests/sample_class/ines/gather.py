import torch


def gather(x, dim, index):
    if x.dim() != index.dim() or x.dim() == 0:
        raise ValueError("rank")
    if index.dtype not in (torch.int32, torch.int64):
        raise TypeError("dtype")
    return torch.gather(x, dim, index.long())
