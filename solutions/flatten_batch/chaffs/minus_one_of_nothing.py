"""Lets -1 find the row's length; in an empty batch it cannot.
让 -1 推断一行的长度；空批次里推断不出来。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    return x.reshape(x.size(0), -1)
