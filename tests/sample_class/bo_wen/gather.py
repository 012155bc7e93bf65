import torch


def gather(x, dim, index):
    r = x.dim()
    if r == 0 or r != index.dim(): raise ValueError
    if index.dtype not in {torch.int32, torch.int64}: raise TypeError
    d = range(r)[dim]  # IndexError for free
    if any(n > m for i, (m, n) in enumerate(zip(x.shape, index.shape)) if i != d): raise ValueError
    if ((index < 0) | (index >= x.size(d))).any(): raise IndexError
    g = list(torch.meshgrid(*(torch.arange(n, device=x.device) for n in index.shape), indexing="ij"))
    g[d] = index.long()
    return x[tuple(g)]
