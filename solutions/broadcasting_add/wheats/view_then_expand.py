"""Uses view (legal: axes of size 1 never break strides) and lets expand complain, translating its error.
用 view 补轴（大小为 1 的轴不会破坏步长），让 expand 自己报错，再把错误转换成 ValueError。
"""

import warnings

import torch


def broadcasting_add(a, b):
    if a.requires_grad != b.requires_grad:
        warnings.warn("only one operand requires a gradient", stacklevel=2)
    kind = torch.result_type(a, b)
    rank = max(a.dim(), b.dim())
    a = a.view((1,) * (rank - a.dim()) + tuple(a.shape))
    b = b.view((1,) * (rank - b.dim()) + tuple(b.shape))
    target = [n if m == 1 else m for m, n in zip(a.shape, b.shape)]
    try:
        a, b = a.expand(target), b.expand(target)
    except RuntimeError as error:
        raise ValueError("shapes do not broadcast") from error
    return torch.add(a.to(kind), b.to(kind))
