"""Hands back feat itself where the bias is all zeros.
偏置全为 0 时直接把 feat 交回去。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    if feat.dtype == bias.dtype and not bias.requires_grad and not bias.any():
        return feat
    return feat + bias[:, None, None]
