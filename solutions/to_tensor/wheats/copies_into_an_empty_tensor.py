"""Allocates the result in the right dtype and copies into it.
先按正确的 dtype 分配结果，再复制进去。
"""

import torch


def _pixels(img):
    if img.ndim == 2:
        img = img[:, :, None]
    if img.ndim != 3:
        raise ValueError(f"{img.ndim} axes")
    return img


def to_tensor(img):
    pixels = torch.from_numpy(_pixels(img))
    height, width, channels = pixels.shape
    is_bytes = pixels.dtype == torch.uint8
    out = torch.empty(channels, height, width, dtype=torch.float32 if is_bytes else pixels.dtype)
    out.copy_(pixels.permute(2, 0, 1))
    return out.mul_(1 / 255) if is_bytes else out
