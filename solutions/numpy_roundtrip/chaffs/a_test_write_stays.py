"""Writes into the array to see whether it is shared, and leaves it so.
写入数组来检查是否共享，却没有改回来。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

import torch


def numpy_roundtrip(a):
    shared, copy = torch.from_numpy(a), torch.tensor(a)
    if a.size:
        a[(0,) * a.ndim] = not a[(0,) * a.ndim]
        shared = torch.from_numpy(a)
    return shared, copy
