"""Goes through torch.ops.aten."""

import torch


def gather(x, dim, index):
    return torch.ops.aten.gather.default(x, dim, index)
