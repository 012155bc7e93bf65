"""Tries feat + bias first, and thinks of the channels only where that fails.
先试 feat + bias，失败了才想到通道。

Notes: S1 §24–26, broadcast: with W equal to C nothing is raised | S1 第 24–26 节，broadcast：W 等于 C 时不会报错
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    try:
        out = feat + bias
    except RuntimeError:
        return feat + bias[:, None, None]
    return out if feat.shape[-1] == len(bias) else feat + bias[:, None, None]
