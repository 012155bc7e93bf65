"""Divides in NumPy, where bytes become float64.
在 NumPy 里做除法，字节变成了 float64。

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
    out = _pixels(img)
    return torch.tensor(out / 255 if out.dtype == "uint8" else out).permute(2, 0, 1)
