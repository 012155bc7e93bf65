"""Asks for [B, C, H, W] at once, the notes' a1: right shape, polluted data.
直接要求 [B, C, H, W]，也就是笔记的 a1：形状对，数据被污染。

Notes: S1 §20–23, transpose: a1 against a2 | S1 第 20–23 节，transpose：a1 与 a2 的对比
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.reshape(flat.size(0), c, h, w).clone()
