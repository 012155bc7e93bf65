"""Takes what was done to x for its own inverse: views [B, C, H, W] and transposes.
以为再做一遍同样的步骤就能还原：先看成 [B, C, H, W] 再转置。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    out = flat.reshape(flat.size(0), c, h, w).transpose(1, 3).contiguous()
    return out.reshape(flat.size(0), c, h, w).clone()
