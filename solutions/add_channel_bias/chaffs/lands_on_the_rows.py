"""Adds one axis to the bias instead of two: it meets the rows.
只给偏置补了一维而不是两维：它碰到的是行。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    return feat + bias[:, None]
