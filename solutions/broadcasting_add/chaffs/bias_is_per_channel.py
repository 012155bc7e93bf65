"""Thinks that a vector added to a feature map is meant per channel and puts it on axis 1.
以为向量加到特征图上就是按通道加，于是把它放到第 1 轴。

Notes: S1 §24–26, unsqueeze and expand | S1 第 24–26 节，unsqueeze 与 expand
"""

import torch


def _common_shape(s, t):
    rank = max(len(s), len(t))
    s = (1,) * (rank - len(s)) + tuple(s)
    t = (1,) * (rank - len(t)) + tuple(t)
    out = []
    for m, n in zip(s, t):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"sizes {m} and {n} do not fit")
        out.append(n if m == 1 else m)
    return tuple(out)


def _per_channel(x, other):
    """[C] becomes [C, 1, 1] for a map [N, C, H, W], as for a bias."""
    if other.dim() >= 3 and x.dim() == 1 and x.shape[0] == other.shape[1]:
        return x.reshape(-1, *[1] * (other.dim() - 2))
    return x


def broadcasting_add(a, b):
    dtype = torch.result_type(a, b)
    a, b = a.to(dtype), b.to(dtype)
    a, b = _per_channel(a, b), _per_channel(b, a)
    shape = _common_shape(a.shape, b.shape)
    return a.expand(shape) + b.expand(shape)
