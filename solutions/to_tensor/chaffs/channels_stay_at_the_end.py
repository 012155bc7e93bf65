"""Scales, but leaves the axes as they are.
做了缩放，各维却原封不动。

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
    out = torch.tensor(_pixels(img))
    return out.float() / 255 if out.dtype == torch.uint8 else out
