"""B12d Payloads: NaN with other bits, negative and signalling, in half of the places.

Stopped by: NaN is right only where the reference answers NaN, whatever its bits
Expected: rejected
"""
import torch


def softmax(x):
    kind = torch.int64 if x.dtype is torch.float64 else torch.int32
    bits = -1 if x.dtype is torch.float64 else -4194303
    answer = torch.full(x.shape, bits, dtype=kind).view(x.dtype)
    answer[..., ::2] = 1 / x.shape[-1]
    return answer
