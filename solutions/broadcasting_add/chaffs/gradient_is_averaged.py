"""Averages the gradient over the stretched axes instead of summing it.
在被扩展的轴上对梯度取平均，而不是求和。

Notes: S1 §24–26, unsqueeze and expand | S1 第 24–26 节，unsqueeze 与 expand
"""

import torch


def _common_shape(s, t):
    rank = max(len(s), len(t))
    s = (1,) * (rank - len(s)) + tuple(s)
    t = (1,) * (rank - len(t)) + tuple(t)
    out = []
    for m, n in zip(s, t):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"sizes {m} and {n} do not fit")
        out.append(n if m == 1 else m)
    return tuple(out)


class _Add(torch.autograd.Function):
    @staticmethod
    def forward(ctx, a, b, shape, dtype):
        ctx.shapes = a.shape, b.shape
        return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)

    @staticmethod
    def backward(ctx, grad):
        grads = []
        for shape in ctx.shapes:
            copies = max(grad.numel(), 1) / max(shape.numel(), 1)
            grads.append(grad.sum_to_size(shape) / copies)
        return grads[0], grads[1], None, None


def broadcasting_add(a, b):
    shape = _common_shape(a.shape, b.shape)
    return _Add.apply(a, b, shape, torch.result_type(a, b))
