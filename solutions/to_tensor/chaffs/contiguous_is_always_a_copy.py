"""Trusts contiguous() to copy, which it does not with a single channel.
指望 contiguous() 一定复制，而只有一个通道时它并不复制。

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
    out = torch.from_numpy(_pixels(img)).permute(2, 0, 1).contiguous()
    return out.float() / 255 if out.dtype == torch.uint8 else out
