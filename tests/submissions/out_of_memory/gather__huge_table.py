"""Makes a table of 256 GiB for a few numbers."""

import torch


def gather(x, dim, index):
    table = torch.zeros(1 << 18, 1 << 17, dtype=torch.float64)
    return table[index]
