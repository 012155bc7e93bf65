"""Adds .float() to both: the dtype is lost, and only a float32 array is still shared.
两者都加上 .float()：dtype 丢了，只有 float32 数组还共享内存。

Notes: S3 §8: from_numpy keeps the dtype, it is not always float32 | S3 第 8 节：from_numpy 保持 dtype，并不总是 float32
"""

import torch


def numpy_roundtrip(a):
    return torch.from_numpy(a).float(), torch.tensor(a).float()
