"""relu(x) for the positives, and the slope times what relu has taken away.
正的部分用 relu(x)，再加上斜率乘 relu 拿走的部分。
"""

import torch
import torch.nn.functional as F


def prelu(x, weight):
    n = weight.numel()
    if n == 1:
        slope = weight.reshape([1] * x.dim())
    elif x.dim() > 1 and weight.dim() == 1 and n == x.shape[1]:
        slope = weight.reshape([1, n] + [1] * (x.dim() - 2))
    else:
        raise ValueError("weight")
    positive = F.relu(x)  # its gradient at 0 is 0, so all of it is left to the rest
    return positive + slope * (x - positive)
