"""Unpacks four sizes: a batch of anything but images raises.
固定解包四个大小：不是图像的批次就会报错。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    n, c, h, w = x.shape
    return x.reshape(n, c * h * w)
