"""Fills a buffer of the default dtype, so float64 becomes float32.
填入默认 dtype 的缓冲区，float64 变成了 float32。

Notes: S1 §14–15, dtypes | S1 第 14–15 节 张量数据类型
"""

import torch


def batched_matmul(a, b):
    if a.dim() < 2 or b.dim() < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError("not a pair of matrices that fit")
    try:
        torch.broadcast_shapes(a.shape[:-2], b.shape[:-2])
    except RuntimeError:
        raise ValueError("batch axes do not broadcast") from None
    return (a.unsqueeze(-1) * b.unsqueeze(-3)).sum(-2).to(torch.get_default_dtype())
