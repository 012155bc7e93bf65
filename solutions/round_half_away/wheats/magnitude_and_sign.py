"""Rounds the magnitude with an exact remainder, and copies the sign back.
用精确的余数舍入绝对值，再把符号抄回来。
"""

import torch


def round_half_away(x):
    if not torch.is_floating_point(x):
        return x + 0
    size = x.abs()
    rest = torch.fmod(size, 1.0)
    out = size - rest + (rest >= 0.5).to(x.dtype)
    out = torch.copysign(out, x)
    special = x.isnan() | x.isinf()
    return out.masked_scatter(special, x[special])
