"""Writes the order of the axes with einsum letters.
用 einsum 的字母写出各维的顺序。
"""

import torch


def nchw_to_nhwc(x, inverse=False):
    if len(x.shape) != 4:
        raise ValueError(f"expected NCHW, got {tuple(x.shape)}")
    rule = "nhwc->nchw" if inverse else "nchw->nhwc"
    return torch.einsum(rule, x).contiguous().clone()
