"""Exchanges the right axes, of a view in the order B, H, W, C.
交换的维是对的，但视图的顺序是 B、H、W、C。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.reshape(flat.size(0), h, w, c).transpose(1, 3).clone()
