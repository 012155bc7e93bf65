"""Lets four axes through and moves their last one.
放过了四维数组，移动其最后一维。

Notes: S3 §8, ToTensor | S3 第 8 节，ToTensor
"""

import torch


def to_tensor(img):
    if img.ndim < 2:
        raise ValueError("not an image")
    out = torch.tensor(img[:, :, None] if img.ndim == 2 else img)
    out = out.movedim(-1, -3)
    return out.float() / 255 if out.dtype == torch.uint8 else out
