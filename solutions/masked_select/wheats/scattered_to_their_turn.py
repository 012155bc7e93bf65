"""The running count of true elements says where each value goes; the rest go to a bin at the end.
真值的累计个数给出每个值的去处，其余的都丢进末尾的格子。
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
    x, mask = x.ravel(), mask.ravel()
    count = int(mask.sum())
    turn = torch.where(mask, mask.long().cumsum(0) - 1, count)
    out = torch.zeros(count + 1, dtype=x.dtype, device=x.device)
    return out.index_put((turn,), torch.where(mask, x, torch.zeros_like(x)))[:count].clone()
