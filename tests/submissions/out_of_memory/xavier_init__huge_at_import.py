"""Makes a table of random numbers at import, far too large."""

import torch

TABLE = torch.rand(1 << 40)


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    return w
