"""Converts bytes to float32 and does not divide.
把字节转成 float32，却没有除。

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
    out = torch.tensor(_pixels(img)).permute(2, 0, 1)
    return out.float() if out.dtype == torch.uint8 else out
