"""Stacks the channels one after the other.
逐个通道叠起来。
"""

import torch


def to_tensor(img):
    if img.ndim == 2:
        planes = [torch.from_numpy(img)]
    elif img.ndim == 3:
        if img.shape[2] == 0:
            out = torch.tensor(img).reshape(0, *img.shape[:2])
            return out.float() if img.dtype == "uint8" else out
        planes = [torch.from_numpy(img[:, :, c]) for c in range(img.shape[2])]
    else:
        raise ValueError("not an image")
    out = torch.stack(planes)
    return out.float().div(255) if out.dtype == torch.uint8 else out
