"""Copies with np.ravel or flatten, and the shape is gone.
用 flatten 复制，形状没了。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

import torch


def numpy_roundtrip(a):
    return torch.from_numpy(a), torch.from_numpy(a.flatten())
