"""Believes that the axes lay as B, H, W, C: the picture is wound the wrong way.
以为各维的顺序是 B、H、W、C：图像绕错了方向。

Notes: S1 §20–23, transpose: [b c h w] becomes [b w h c] | S1 第 20–23 节，transpose：[b c h w] 变成 [b w h c]
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.reshape(flat.size(0), h, w, c).permute(0, 3, 1, 2).clone()
