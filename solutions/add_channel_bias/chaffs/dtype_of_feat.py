"""Puts the sum into the dtype of the maps, whatever the bias is.
不管偏置是什么 dtype，和都用特征图的 dtype。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def _check(feat, bias):
    if tuple(bias.shape) != (feat.size(1),):
        raise ValueError(f"bias {tuple(bias.shape)} for {feat.size(1)} channels")


def add_channel_bias(feat, bias):
    _check(feat, bias)
    return (feat + bias[:, None, None]).to(feat.dtype)
