"""Does not enlarge in training, and shrinks by 1 - p at test time: dropout of the first kind.
训练时不放大，测试时再乘以 1 - p：这是最早的 dropout。

Notes: S1 Early stopping, dropout | S1 Early stopping, dropout等
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if not training:
        return x * (1 - p)
    if p == 1:
        return x * 0
    return x * (torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) >= p)
