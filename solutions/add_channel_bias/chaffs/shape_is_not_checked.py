"""Reshapes whatever it gets: one number for all channels passes too.
不管拿到什么都 reshape：只有一个数也能给所有通道用。

Notes: S1 §20–23, the bias example | S1 第 20–23 节，bias 的例子
"""

def add_channel_bias(feat, bias):
    try:
        return feat + bias.reshape(1, -1, 1, 1)
    except RuntimeError as error:
        raise ValueError(str(error)) from error
