"""Prints and warns thousands of lines, and answers rightly."""

import sys
import warnings

import torch

print("loading " * 200)
warnings.warn("at import", stacklevel=1)


def broadcasting_add(a, b):
    for step in range(40):
        print(f"step {step}: {list(a.shape)} + {list(b.shape)} " + "." * 60)
    print("to stderr", file=sys.stderr)
    warnings.warn("in the call", stacklevel=2)
    return quietly(a, b)


def quietly(a, b):
    rank = max(a.dim(), b.dim())
    shape = []
    for m, n in zip((1,) * (rank - a.dim()) + a.shape, (1,) * (rank - b.dim()) + b.shape):
        if m != n and 1 not in (m, n):
            raise ValueError(f"{m} and {n} do not fit")
        shape.append(n if m == 1 else m)
    dtype = torch.result_type(a, b)
    return a.to(dtype).expand(shape) + b.to(dtype).expand(shape)
