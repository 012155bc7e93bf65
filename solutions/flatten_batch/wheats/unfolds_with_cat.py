"""Takes the first sub-axis apart and joins the pieces side by side, in a loop.
循环地把第二维拆开，再把各块左右拼接。
"""

import torch


def flatten_batch(x):
    if x.dim() < 1:
        raise ValueError("x must have a batch axis")
    if x.dim() == 1:
        return x.unsqueeze(-1)
    while x.dim() > 2:
        parts = [x.select(1, i) for i in range(x.size(1))]
        if parts:
            x = torch.cat(parts, dim=1)
        else:
            x = x.new_empty((x.size(0), 0) + tuple(x.shape[3:]))
    return x
