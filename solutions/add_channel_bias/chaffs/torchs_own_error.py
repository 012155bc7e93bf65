"""Checks nothing and leaves it to torch to refuse: a RuntimeError, and not always.
什么也不检查，任由 torch 报 RuntimeError，而且并非总会报错。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def add_channel_bias(feat, bias):
    return feat + bias.reshape(1, -1, 1, 1) if feat.size(1) else feat + bias.reshape(1, 0, 1, 1)
