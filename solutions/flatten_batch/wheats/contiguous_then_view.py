"""Copies into row-major order if needed, then views with numbers computed by numel.
必要时先复制成行优先顺序，再用 numel 算出的大小做 view。
"""

import torch


def flatten_batch(x):
    if not x.shape:
        raise ValueError(f"shape {tuple(x.shape)} has no batch")
    n = x.shape[0]
    if n == 0:
        width = torch.empty(x.shape[1:], device="meta").numel()
    else:
        width = x.numel() // n
    return x.contiguous().view(n, width)
