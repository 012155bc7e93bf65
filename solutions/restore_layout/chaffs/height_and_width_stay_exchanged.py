"""Brings the channels to the front and leaves columns before rows: [B, C, W, H].
把通道移到了前面，列却仍在行之前：[B, C, W, H]。

Notes: S1 §20–23, transpose: h and w change their order too | S1 第 20–23 节，transpose：h 与 w 的顺序也变了
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.reshape(flat.size(0), w, h, c).permute(0, 3, 1, 2).clone()
