"""Sees every channel as one row of pixels, adds a column to the rows, and gives the shape back.
把每个通道看成一行像素，给各行加上一列，再恢复形状。
"""

class ChannelBias:
    def __init__(self, bias):
        self.column = bias[:, None]

    def __call__(self, feat):
        b, c, h, w = feat.shape
        return (feat.reshape(b, c, h * w) + self.column).reshape(b, c, h, w)


def add_channel_bias(feat, bias):
    if list(bias.shape) != [feat.shape[1]]:
        raise ValueError("need a vector of C numbers")
    return ChannelBias(bias)(feat)
