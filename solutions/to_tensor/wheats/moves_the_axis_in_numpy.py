"""Moves the axis and divides in NumPy; the tensor is made of a fresh array.
在 NumPy 里移动维、做除法，最后用新数组造张量。
"""

import numpy as np
import torch


def to_tensor(img: np.ndarray) -> torch.Tensor:
    if not 2 <= img.ndim <= 3:
        raise ValueError(f"shape {img.shape} is no image")
    planes = img[np.newaxis] if img.ndim == 2 else np.moveaxis(img, -1, 0)
    if img.dtype == np.uint8:
        return torch.from_numpy((planes / np.float32(255)).astype(np.float32))
    return torch.from_numpy(np.array(planes, order="C"))
