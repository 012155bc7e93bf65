"""Lets -1 find the batch, so that rows of another length become more or fewer images.
让 -1 推断批次大小，长度不对的行就变成了更多或更少的图。

Notes: S1 §20–23, view: only what keeps its meaning may be viewed | S1 第 20–23 节，view：必须满足物理意义
"""

def restore_layout(flat, c, h, w):
    if flat.numel() == 0 or c * h * w == 0:
        return _empty(flat, c, h, w)
    try:
        return flat.reshape(-1, w, h, c).transpose(1, 3).clone()
    except RuntimeError as error:
        raise ValueError(str(error)) from error


def _empty(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError("no such images")
    return flat.new_zeros(flat.size(0), c, h, w)
