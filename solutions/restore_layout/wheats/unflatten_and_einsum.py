"""Unflattens the rows and lets einsum letters say which axis is which.
用 unflatten 拆开，再用 einsum 的字母说明各维。
"""

import torch


def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return torch.einsum("bwhc->bchw", flat.unflatten(1, (w, h, c))).clone()
