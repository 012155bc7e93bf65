"""Cuts rows that are too long, and refuses only those that are too short.
过长的行被截断，只拒绝过短的行。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def restore_layout(flat, c, h, w):
    if flat.size(1) < c * h * w:
        raise ValueError("row too short")
    return flat[:, : c * h * w].reshape(flat.size(0), w, h, c).transpose(1, 3).clone()
