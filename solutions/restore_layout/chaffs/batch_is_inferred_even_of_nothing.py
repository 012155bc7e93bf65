"""Writes -1 for the batch; where an image has no pixels, -1 cannot be found out.
批次写成 -1；图像没有像素时，-1 无从推断。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def restore_layout(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError("no such images")
    return flat.reshape(-1, w, h, c).transpose(1, 3).clone()
