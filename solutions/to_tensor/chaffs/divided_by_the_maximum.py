"""Divides bytes by the largest one in the image.
把字节除以图像里最大的那个。

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
    if out.dtype != torch.uint8:
        return out
    return out.float() / max(1, int(out.max()) if out.numel() else 1)
