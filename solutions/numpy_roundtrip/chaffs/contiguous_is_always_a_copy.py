"""Trusts contiguous() to copy, which it does only where strides are out of order.
指望 contiguous() 一定复制，而它只在步长不连续时才复制。

Notes: S1 §16–17, from NumPy; S3 §8, from_numpy and Tensor | S1 第 16–17 节，从 numpy 引入；S3 第 8 节，from_numpy 与 Tensor
"""

import torch


def numpy_roundtrip(a):
    shared = torch.from_numpy(a)
    return shared, shared.contiguous()
