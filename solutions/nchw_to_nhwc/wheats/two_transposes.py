"""Two transposes a direction, as in the notes, and a sum with zero that copies.
像笔记那样每个方向两次转置，最后加 0 得到副本。
"""

import torch


def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    if inverse:
        moved = x.transpose(2, 3).transpose(1, 2)
    else:
        moved = x.transpose(1, 3).transpose(1, 2)
    fresh = torch.empty(moved.shape, dtype=x.dtype, device=x.device)
    return fresh.zero_().add(moved).contiguous()
