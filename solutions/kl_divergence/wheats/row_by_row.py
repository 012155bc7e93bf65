"""A Python loop over the rows, each with its own mask.
逐行循环，每行用自己的掩码。
"""

import torch


def _row(p, q):
    keep = p != 0
    return torch.sum(p[keep] * torch.log(p[keep] / q[keep]))


def kl_divergence(p, q):
    if list(p.shape) != list(q.shape):
        raise ValueError
    lead, classes = p.shape[:-1], p.shape[-1]
    count = lead.numel()
    flat_p, flat_q = p.reshape(count, classes), q.reshape(count, classes)
    rows = [_row(a, b) for a, b in zip(flat_p, flat_q)]
    if not rows:
        return p.new_zeros(lead)
    return torch.stack(rows).reshape(lead)
