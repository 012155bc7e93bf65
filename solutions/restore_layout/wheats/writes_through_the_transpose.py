"""Fills an empty batch through the very view by which it would be flattened.
造一个空批次，通过“将被展平的那个视图”往里填。
"""

import torch


def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    out = torch.zeros(len(flat), w, h, c, dtype=flat.dtype, device=flat.device)
    out = out + flat.reshape(out.shape)
    return out.transpose(1, 3)
