import torch


def broadcasting_add(a, b):
    """Pad with ones, check, repeat until the shapes are the same, add."""
    dims = max(a.ndim, b.ndim)
    dtype = torch.result_type(a, b)
    a = a.reshape([1] * (dims - a.ndim) + list(a.shape)).to(dtype)
    b = b.reshape([1] * (dims - b.ndim) + list(b.shape)).to(dtype)
    times_a, times_b = [], []
    for m, n in zip(a.shape, b.shape):
        if m == n:
            times_a.append(1), times_b.append(1)
        elif m == 1:
            times_a.append(n), times_b.append(1)
        elif n == 1:
            times_a.append(1), times_b.append(m)
        else:
            raise ValueError("sizes do not match")
    if dims == 0:
        return a + b
    return a.repeat(times_a) + b.repeat(times_b)
