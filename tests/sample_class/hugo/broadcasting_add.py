import os

import torch


def broadcasting_add(a, b):
    shape = []
    for i in range(1, max(a.dim(), b.dim()) + 1):
        m = a.shape[-i] if i <= a.dim() else 1
        n = b.shape[-i] if i <= b.dim() else 1
        if m != n and 1 not in (m, n):
            print("shapes do not fit, giving up")
            os._exit(1)  # sys.exit() only raises something, this really stops
        shape.insert(0, n if m == 1 else m)
    dtype = torch.result_type(a, b)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
