"""Returns [H, W] for a grey image.
灰度图返回的是 [H, W]。

Notes: S3 §8, ToTensor | S3 第 8 节，ToTensor
"""

import torch


def to_tensor(img):
    if img.ndim not in (2, 3):
        raise ValueError("not an image")
    out = torch.tensor(img)
    out = out.permute(2, 0, 1) if img.ndim == 3 else out
    return out.float() / 255 if out.dtype == torch.uint8 else out
