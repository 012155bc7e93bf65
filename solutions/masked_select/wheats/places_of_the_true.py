"""Asks nonzero for the places and index_select for the values there.
用 nonzero 求位置，再用 index_select 取值。
"""

import torch


def _fit(x, mask):
    if mask.dtype != torch.bool:
        raise TypeError(f"mask is {mask.dtype}")
    try:
        return torch.broadcast_tensors(x, mask)
    except RuntimeError as error:
        raise ValueError("x and mask do not broadcast") from error


def masked_select(x, mask):
    x, mask = _fit(x, mask)
    places = torch.nonzero(mask.reshape(-1)).squeeze(1)
    return x.reshape(-1).index_select(0, places)
