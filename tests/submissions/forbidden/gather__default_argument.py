"""Binds torch.gather as a default argument."""

import torch


def gather(x, dim, index, pick=torch.gather):
    return pick(x, dim, index)
