"""Reaches the order by exchanging neighbouring axes only.
只交换相邻的维来得到正确的顺序。
"""

def restore_layout(flat, c, h, w):
    if flat.dim() != 2 or flat.shape[1] != c * h * w:
        raise ValueError("flat does not hold such images")
    x = flat.contiguous().view(flat.shape[0], w, h, c)
    x = x.swapaxes(2, 3)
    x = x.swapaxes(1, 2)
    x = x.swapaxes(2, 3)
    return x * 1
