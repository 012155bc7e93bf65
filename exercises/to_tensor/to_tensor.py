"""Turn a NumPy image into a tensor with its channels in front."""

import numpy as np
import torch


def to_tensor(img: np.ndarray) -> torch.Tensor:
    """Return ``img`` as a tensor ``[C, H, W]``, bytes scaled to numbers from 0 to 1.

    Args:
        img: an array of shape ``[H, W]`` or ``[H, W, C]``; uint8, bool, integers or floats.

    Returns:
        A tensor of its own memory: float32 for uint8 (divided by 255), else the dtype of ``img``.
        An image without a channel axis gets one of size 1.

    Raises:
        ValueError: ``img`` has neither two nor three axes.
    """
    raise NotImplementedError
