"""Reshapes to [B, W, H, C] and names the new order of all four axes.
变形为 [B, W, H, C]，再一次写出四维的新顺序。
"""

import torch


def restore_layout(flat: torch.Tensor, c: int, h: int, w: int) -> torch.Tensor:
    b, k = flat.shape
    if k - c * h * w:
        raise ValueError(f"a row has {k} numbers, an image {c * h * w}")
    images = torch.permute(flat.reshape([b, w, h, c]), [0, 3, 2, 1])
    return images.clone(memory_format=torch.contiguous_format)
