"""Undoes the view and forgets the transpose: [B, W, H, C].
撤销了 view，却忘了 transpose：得到 [B, W, H, C]。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.reshape(flat.size(0), w, h, c).clone()
