"""Writes torch.Tensor(a): it converts to float32, and shares only a float32 array.
写成 torch.Tensor(a)：它转成 float32，只有 float32 数组才共享内存。

Notes: S3 §8: torch.Tensor converts to float32, against what the notes say | S3 第 8 节：torch.Tensor 会转成 float32，与笔记所说相反
"""

import torch


def numpy_roundtrip(a):
    return torch.Tensor(a), torch.tensor(a)
