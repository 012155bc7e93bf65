"""Thinks the channels are stored one after the other: [B, C, W, H], transposed.
以为各通道是一个接一个存放的：看成 [B, C, W, H] 再转置。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.reshape(flat.size(0), c, w, h).transpose(2, 3).clone()
