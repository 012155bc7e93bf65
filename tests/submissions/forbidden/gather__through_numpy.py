"""Converts to NumPy, where the operation is called take_along_axis."""

import numpy as np
import torch


def gather(x, dim, index):
    return torch.from_numpy(np.take_along_axis(x.numpy(), index.numpy(), dim))
