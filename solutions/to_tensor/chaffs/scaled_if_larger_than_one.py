"""Looks at the values: divides if something is larger than 1, whatever the dtype.
看值来决定：只要有大于 1 的就除，不管 dtype。

Notes: S3 §8: the dtype decides, not the values | S3 第 8 节：由 dtype 决定，而不是由值决定
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
    if out.dtype == torch.uint8:
        out = out.float()
    if out.numel() and out.max() > 1:
        out = out / 255
    return out
