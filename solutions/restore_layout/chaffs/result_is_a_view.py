"""Returns the transposed view itself, as the notes do: it is still flat's memory.
像笔记那样直接返回转置后的视图：用的还是 flat 的内存。

Notes: S1 §20–23, transpose and view | S1 第 20–23 节，transpose 与 view
"""

def _check(flat, c, h, w):
    if flat.size(1) != c * h * w:
        raise ValueError(f"{flat.size(1)} numbers for {c} x {h} x {w}")


def restore_layout(flat, c, h, w):
    _check(flat, c, h, w)
    return flat.reshape(flat.size(0), w, h, c).transpose(1, 3)
