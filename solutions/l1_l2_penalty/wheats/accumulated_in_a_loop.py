"""Adds term by term to a 0-d zero; type promotion lifts it to float64.
在 0 维的零上逐项相加；类型提升会把它变成 float64。
"""

import torch


def l1_l2_penalty(params, l1, l2):
    penalty = torch.tensor(0.0)
    for w in params:
        penalty = penalty + l1 * torch.sum(torch.abs(w))
        penalty = penalty + 0.5 * l2 * torch.sum(w**2)
    return penalty
