"""Uses from_numpy: the division makes a new tensor of bytes, all else is still the array.
用 from_numpy：字节经过除法成为新张量，其他的仍是那个数组。

Notes: S3 §8: from_numpy shares memory | S3 第 8 节：from_numpy 共享内存
"""

import torch


def _pixels(img):
    if img.ndim == 2:
        img = img[:, :, None]
    if img.ndim != 3:
        raise ValueError(f"{img.ndim} axes")
    return img


def to_tensor(img):
    out = torch.from_numpy(_pixels(img)).permute(2, 0, 1)
    return out.float() / 255 if out.dtype == torch.uint8 else out
