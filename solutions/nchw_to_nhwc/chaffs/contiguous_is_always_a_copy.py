"""Trusts contiguous() to copy; it returns its own argument where the order is right already.
指望 contiguous() 一定复制；顺序本来就对时它返回的是原张量。

Notes: S1 §20–23: permute needs contiguous, contiguous copies only if it must | S1 第 20–23 节：permute 之后要 contiguous，而 contiguous 只在必要时复制
"""

def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    return x.permute((0, 3, 1, 2) if inverse else (0, 2, 3, 1)).contiguous()
