"""Checks the shape with assert, which raises AssertionError.
用 assert 检查形状，抛出的是 AssertionError。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def add_channel_bias(feat, bias):
    assert bias.shape == (feat.size(1),)
    return feat + bias[:, None, None]
