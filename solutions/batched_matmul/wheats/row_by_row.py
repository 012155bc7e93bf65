"""One row of the result at a time, stacked at the end.
每次算出结果的一行，最后叠起来。
"""

import torch


def _leading(a, b):
    left, right = list(a.shape[:-2]), list(b.shape[:-2])
    while len(left) < len(right):
        left.insert(0, 1)
    while len(right) < len(left):
        right.insert(0, 1)
    if any(p != q and 1 not in (p, q) for p, q in zip(left, right)):
        raise ValueError(f"{left} against {right}")
    return [q if p == 1 else p for p, q in zip(left, right)]


def batched_matmul(a: torch.Tensor, b: torch.Tensor) -> torch.Tensor:
    if len(a.shape) < 2 or len(b.shape) < 2 or a.shape[-1] != b.shape[-2]:
        raise ValueError(f"{tuple(a.shape)} x {tuple(b.shape)}")
    shape = _leading(a, b)
    rows = [(a[..., i, :].unsqueeze(-1) * b).sum(dim=-2) for i in range(a.shape[-2])]
    if not rows:
        return a.new_empty((*shape, 0, b.shape[-1]))
    return torch.stack(rows, dim=-2)
