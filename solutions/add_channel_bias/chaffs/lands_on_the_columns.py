"""Writes feat + bias: aligned on the right, the bias meets the columns.
直接写 feat + bias：右对齐后，偏置碰到的是列。

Notes: S1 §24–26, broadcast: [32] must become [32, 1, 1] | S1 第 24–26 节，broadcast：[32] 要变成 [32, 1, 1]
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    return feat + bias
