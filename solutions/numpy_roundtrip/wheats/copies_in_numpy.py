"""Copies in NumPy, and looks at the copy's memory.
先在 NumPy 里复制，再看副本的内存。
"""

import numpy as np
import torch


def numpy_roundtrip(a: np.ndarray):
    both = [a, np.array(a, copy=True, order="C")]
    return tuple(map(torch.from_numpy, both))
