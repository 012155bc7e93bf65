"""J04b vmap: maps the forbidden function over the rows.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    rows = x.reshape(-1, x.shape[-1])
    return torch.vmap(lambda r: getattr(r, "soft" + "max")(-1))(rows).reshape(x.shape)
