"""Uses view, which cannot read every layout of flat.
用了 view，而它读不了 flat 的某些布局。

Notes: S1 §20–23: view after transpose needs contiguous | S1 第 20–23 节：transpose 之后要先 contiguous 才能 view
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.view(-1).view(flat.size(0), w, h, c).transpose(1, 3).clone()
