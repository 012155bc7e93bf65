"""Makes the array contiguous before it is shared: of a transposed array, a copy is shared.
共享之前先把数组变成连续的：转置过的数组共享的就只是一份副本。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

import numpy as np
import torch


def numpy_roundtrip(a):
    ready = np.ascontiguousarray(a).reshape(a.shape)
    return torch.from_numpy(ready), torch.tensor(a)
