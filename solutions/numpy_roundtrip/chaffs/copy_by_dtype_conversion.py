"""Copies with .float() and back to the old dtype, which copies no float32 array.
用 .float() 再转回原 dtype 来“复制”，对 float32 数组却什么也没复制。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

import torch


def numpy_roundtrip(a):
    shared = torch.from_numpy(a)
    return shared, shared.float().to(shared.dtype)
