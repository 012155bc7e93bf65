"""Turns the order of the channels round, as for OpenCV's BGR.
把通道的次序倒过来，像处理 OpenCV 的 BGR 那样。

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
    out = torch.tensor(_pixels(img)).permute(2, 0, 1).flip(0)
    return out.float() / 255 if out.dtype == torch.uint8 else out
