"""Clones the permuted view: a copy, but with the strides of the view.
对置换后的视图做 clone：是副本，却保留了视图的步长。

Notes: S1 §20–23, permute; S3 §9, permute | S1 第 20–23 节，permute；S3 第 9 节，permute
"""

def _check(x):
    if x.dim() != 4:
        raise ValueError(f"{x.dim()} axes")


def nchw_to_nhwc(x, inverse=False):
    _check(x)
    return x.permute((0, 3, 1, 2) if inverse else (0, 2, 3, 1)).clone()
