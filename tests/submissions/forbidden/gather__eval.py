"""Hides torch.gather in a string."""

import torch


def gather(x, dim, index):
    return eval("tor" + "ch.ga" + "ther")(x, dim, index)
