"""Two nested Python loops with the two cases of the formula.
两重 Python 循环，照公式分两种情形。
"""

import torch


def softmax_jacobian(a: torch.Tensor) -> torch.Tensor:
    if len(a.shape) != 1:
        raise ValueError("not a vector")
    weights = torch.exp(a)
    p = weights / weights.sum()
    rows = []
    for i in range(len(p)):
        row = [p[i] * (1 - p[i]) if i == j else -p[i] * p[j] for j in range(len(p))]
        rows.append(torch.stack(row))
    return torch.stack(rows) if rows else a.new_zeros((0, 0))
