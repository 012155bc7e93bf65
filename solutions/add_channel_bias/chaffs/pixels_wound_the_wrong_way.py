"""Repeats the bias until it has as many numbers as an image, and gives them its shape.
把偏置重复到与一张图同样多的数，再变成图的形状。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    _, c, h, w = feat.shape
    return feat + bias.repeat(h * w).reshape(c, h, w)
