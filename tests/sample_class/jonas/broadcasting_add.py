import sys
import threading
import warnings

import torch

torch.set_default_dtype(torch.float64)  # more precise
print("=" * 60)
print("broadcasting_add.py loaded, torch", torch.__version__)
print("=" * 60)
calls = 0


def heartbeat(stop=threading.Event()):
    while not stop.wait(3600):
        print("still here", file=sys.stderr)


threading.Thread(target=heartbeat, daemon=True).start()


def broadcasting_add(a, b):
    global calls
    calls += 1
    print(f"call {calls}: a is {tuple(a.shape)} {a.dtype}, b is {tuple(b.shape)} {b.dtype}")
    if a.dim() != b.dim():
        warnings.warn(f"ranks differ: {a.dim()} and {b.dim()}", stacklevel=2)
    rank = max(a.dim(), b.dim())
    dtype = torch.result_type(a, b)
    a = a.to(dtype)[(None,) * (rank - a.dim())]
    b = b.to(dtype)[(None,) * (rank - b.dim())]
    shape = []
    for i in range(rank):
        m, n = a.shape[i], b.shape[i]
        print(f"  axis {i}: {m} against {n}", file=sys.stderr)
        if m != n and m != 1 and n != 1:
            print("  !!! does not fit")
            raise ValueError(f"axis {i}: {m} against {n}")
        shape.append(n if m == 1 else m)
    return a.expand(shape) + b.expand(shape)
