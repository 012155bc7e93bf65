"""A loop over the images of the batch, with a matrix transpose of pixels and channels each.
逐张图循环，每张图把“通道 × 像素”的矩阵转置一次。
"""

import torch


def nchw_to_nhwc(x, inverse=False):
    try:
        n, a, b, c = x.shape
    except ValueError:
        raise ValueError("not a batch of images") from None
    if inverse:
        shape, images = (n, c, a, b), [image.reshape(a * b, c).t() for image in x]
    else:
        shape, images = (n, b, c, a), [image.reshape(a, b * c).t() for image in x]
    if not images:
        return x.new_zeros(shape)
    return torch.stack([image.contiguous() for image in images]).reshape(shape)
