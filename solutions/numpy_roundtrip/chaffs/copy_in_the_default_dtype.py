"""Builds the copy from a list and leaves the dtype to torch.
由列表构造副本，dtype 由 torch 自行决定。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

import torch


def numpy_roundtrip(a):
    return torch.from_numpy(a), torch.tensor(a.tolist()).reshape(a.shape)
