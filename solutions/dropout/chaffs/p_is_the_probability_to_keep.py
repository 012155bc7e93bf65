"""Takes p for the probability to keep an element, as TensorFlow 1 did.
把 p 当成保留的概率，像 TensorFlow 1 那样。

Notes: S1 Early stopping, dropout | S1 Early stopping, dropout等
"""

import torch


def dropout(x, p, training, generator=None):
    if not 0 <= p <= 1:
        raise ValueError(p)
    if not training:
        return x.clone()
    if p == 0:
        return x * 0
    keep = torch.rand(x.shape, generator=generator, dtype=x.dtype, device=x.device) < p
    return x * keep / p
