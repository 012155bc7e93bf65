"""Asks reshape for [C, H, W]: right sizes, scrambled pixels.
用 reshape 得到 [C, H, W]：大小对了，像素乱了。

Notes: S3 §8: [H, W, C] to [C, H, W] is a permutation of axes | S3 第 8 节：[H, W, C] 到 [C, H, W] 是各维的置换
"""

import torch


def _pixels(img):
    if img.ndim == 2:
        img = img[:, :, None]
    if img.ndim != 3:
        raise ValueError(f"{img.ndim} axes")
    return img


def to_tensor(img):
    img = _pixels(img)
    h, w, c = img.shape
    out = torch.tensor(img.reshape(c, h, w))
    return out.float() / 255 if out.dtype == torch.uint8 else out
