"""Accepts a bias that has its axes of size 1 already, as well as one of shape [C].
除了 [C]，已经带有大小为 1 的维的偏置也接受。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def add_channel_bias(feat, bias):
    if bias.numel() != feat.size(1):
        raise ValueError("bias does not fit")
    return feat + bias.reshape(-1, 1, 1) if len(feat.shape) == 4 and feat.size(1) else feat + bias.reshape(0, 1, 1)
