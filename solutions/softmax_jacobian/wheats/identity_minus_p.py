"""p_i·(δ_ij − p_j), with the identity matrix by comparison.
p_i·(δ_ij − p_j)，单位矩阵由比较得到。
"""

import torch


def softmax_jacobian(a):
    if a.ndim != 1:
        raise ValueError(f"{a.ndim} axes")
    p = a.softmax(dim=-1)
    index = torch.arange(a.shape[0], device=a.device)
    delta = (index[:, None] == index[None, :]).to(a.dtype)
    return p[:, None] * (delta - p[None, :])
