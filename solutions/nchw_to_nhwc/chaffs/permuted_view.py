"""Believes that permute moves the memory, and returns the view.
以为 permute 会搬动内存，直接返回了视图。

Notes: S1 §20–23: permute changes the strides only | S1 第 20–23 节：permute 只改变步长
"""

def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    return x.permute((0, 3, 1, 2) if inverse else (0, 2, 3, 1))
