"""Approximates the derivatives by differences of nearby values.
用邻近值之差近似导数。

Notes: S1 §37–40, derivative of softmax | S1 第 37–40 节 softmax 求导
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.softmax(a, 0)
    h = 1e-4
    steps = h * torch.eye(len(a), dtype=a.dtype, device=a.device)
    columns = [(torch.softmax(a + s, 0) - torch.softmax(a - s, 0)) / (2 * h) for s in steps]
    return torch.stack(columns, 1) if columns else a.new_zeros(0, 0)
