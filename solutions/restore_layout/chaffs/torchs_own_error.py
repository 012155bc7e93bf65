"""Leaves it to reshape to refuse a wrong length: a RuntimeError.
长度不对时任由 reshape 报 RuntimeError。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def restore_layout(flat, c, h, w):
    return flat.reshape(flat.size(0), w, h, c).transpose(1, 3).clone()
