"""Lets a bias of one number through, for any number of channels.
不论多少通道，只有一个数的偏置也放行。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def add_channel_bias(feat, bias):
    if bias.dim() != 1 or len(bias) not in (1, feat.size(1)):
        raise ValueError("bias does not fit")
    return feat + bias[:, None, None]
