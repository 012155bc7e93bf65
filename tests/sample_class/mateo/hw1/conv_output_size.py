import numpy as np


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    """Vectorised: works for ints, pairs and arrays alike."""
    n, kernel, stride, padding, dilation = (np.asarray(v) for v in (n, kernel, stride, padding, dilation))
    if (n < 1).any() or (kernel < 1).any() or (stride < 1).any() or (padding < 0).any() or (dilation < 1).any():
        raise ValueError("too small")
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    if (room < 0).any():
        raise ValueError("kernel too large")
    out = room // stride + 1
    if ceil_mode:
        out = out + ((room % stride > 0) & (out * stride < n + padding))
    return out
