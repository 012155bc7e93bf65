"""B08e Overlapping strides: a view that reads the same few numbers over and over, of the expected shape and more.

Stopped by: the limit on elements; the bytes are made dense before they travel
Expected: rejected
"""
import torch


def softmax(x):
    base = torch.full((4,), 1 / x.shape[-1])
    return base.as_strided(x.shape, (0,) * x.dim()) if x.dim() == 1 else base.as_strided((1 << 9, 1 << 9, 1 << 9), (1, 0, 0))
