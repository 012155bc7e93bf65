"""Makes a 0-d array 1-d on the way.
途中把 0 维数组变成了 1 维。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

import numpy as np
import torch


def numpy_roundtrip(a):
    a = np.atleast_1d(a)
    return torch.from_numpy(a), torch.tensor(a)
