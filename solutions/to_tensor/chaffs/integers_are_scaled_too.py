"""Divides every integer image by 255, not only bytes.
所有整数图像都除以 255，而不只是字节。

Notes: S3 §8: int32 and int64 pass unscaled | S3 第 8 节：int32 和 int64 不缩放
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
    whole = not out.is_floating_point() and out.dtype != torch.bool
    return out.float() / 255 if whole else out
