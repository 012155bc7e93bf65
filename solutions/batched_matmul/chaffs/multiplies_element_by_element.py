"""Uses *, which multiplies element by element.
使用 *，即逐元素相乘。

Notes: S1 §29–30: * is element-wise | S1 第 29–30 节：* 是逐元素
"""

import torch


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError("not a pair of matrices that fit")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError:
        raise ValueError("batch axes do not broadcast") from None
    return a * b
