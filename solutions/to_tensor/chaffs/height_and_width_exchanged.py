"""Reverses all axes: [C, W, H].
把所有维反过来：得到 [C, W, H]。

Notes: S3 §8, ToTensor | S3 第 8 节，ToTensor
"""

import torch


def _pixels(img):
    if img.ndim == 2:
        img = img[:, :, None]
    if img.ndim != 3:
        raise ValueError(f"{img.ndim} axes")
    return img


def to_tensor(img):
    out = torch.tensor(_pixels(img).T)
    return out.float() / 255 if out.dtype == torch.uint8 else out
