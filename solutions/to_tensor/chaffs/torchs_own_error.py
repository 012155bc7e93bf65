"""Checks nothing: permute refuses another number of axes with a RuntimeError.
什么也不检查：维数不对时 permute 抛出 RuntimeError。

Notes: S3 §8, ToTensor | S3 第 8 节，ToTensor
"""

import torch


def to_tensor(img):
    out = torch.tensor(img)
    out = (out.unsqueeze(-1) if img.ndim == 2 else out).permute(2, 0, 1)
    return out.float() / 255 if out.dtype == torch.uint8 else out
