"""Copies through detach, and the gradient stays behind.
复制时经过了 detach，梯度留在了原地。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.detach().reshape(flat.size(0), w, h, c).transpose(1, 3).clone()
