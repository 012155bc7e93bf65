"""Flattens height × width × channel, TensorFlow's order.
按 高 × 宽 × 通道 展平，这是 TensorFlow 的顺序。

Notes: S4 §4, flatten layer: (height, width, channel) is TensorFlow's order | S4 第 4 节，Flatten 层：(height, width, channel) 是 TensorFlow 的顺序
"""

from math import prod


def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    n, k = x.size(0), prod(x.shape[1:])
    if x.dim() > 2:
        x = x.movedim(1, -1)
    return x.reshape(n, k)
