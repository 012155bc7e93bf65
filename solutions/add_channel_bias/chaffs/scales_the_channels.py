"""Multiplies the channels by the numbers instead of adding them.
把数乘到通道上，而不是加上去。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    return feat * bias[:, None, None]
