"""Asks the first sample for its length; an empty batch has none.
向第一个样本要长度；空批次没有第一个样本。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    return x.reshape(x.size(0), x[0].numel())
