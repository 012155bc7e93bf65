"""Allocates the result and copies into a permuted view of it.
先分配结果，再复制到它的一个置换视图里。
"""

import torch


class Layout:
    FORWARD = {"n": 0, "h": 2, "w": 3, "c": 1}
    BACKWARD = {"n": 0, "c": 3, "h": 1, "w": 2}

    def __init__(self, inverse):
        self.axes = list((self.BACKWARD if inverse else self.FORWARD).values())

    def apply(self, x):
        shape = [x.shape[axis] for axis in self.axes]
        out = torch.zeros(shape, dtype=x.dtype, device=x.device)
        return out.copy_(x.permute(*self.axes))


def nchw_to_nhwc(x, inverse=False):
    if x.ndim != 4:
        raise ValueError("four axes, please")
    return Layout(inverse).apply(x)
