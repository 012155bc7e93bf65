"""A converter object that knows what to do for each dtype.
一个按 dtype 决定做法的转换对象。
"""

import numpy as np
import torch


class Converter:
    SCALES = {np.dtype(np.uint8): (torch.float32, 1 / 255)}

    def __call__(self, img):
        if len(img.shape) not in (2, 3):
            raise ValueError(img.shape)
        x = torch.tensor(img.reshape(*img.shape[:2], -1 if img.size else (img.shape + (1,))[2]))
        x = torch.einsum("hwc->chw", x) if x.dtype != torch.bool else x.permute(2, 0, 1)
        if img.dtype in self.SCALES:
            dtype, factor = self.SCALES[img.dtype]
            x = x.to(dtype) * factor
        return x


def to_tensor(img):
    return Converter()(img)
