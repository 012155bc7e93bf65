"""Adds the same number to all channels, the bias's mean.
给所有通道加上同一个数：偏置的均值。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    return feat + (bias.mean() if len(bias) else 0 * bias.sum()).expand(1)
