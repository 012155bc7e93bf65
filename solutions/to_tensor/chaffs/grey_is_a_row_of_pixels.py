"""Gives a grey image its channel axis in front and permutes all the same: [W, 1, H].
给灰度图在前面补通道维，之后照样置换：得到 [W, 1, H]。

Notes: S3 §8, ToTensor | S3 第 8 节，ToTensor
"""

import torch


def to_tensor(img):
    if img.ndim not in (2, 3):
        raise ValueError("not an image")
    out = torch.tensor(img)
    out = (out if img.ndim == 3 else out.unsqueeze(0)).permute(2, 0, 1)
    return out.float() / 255 if out.dtype == torch.uint8 else out
