"""Merges the second and the third axis alone; a fourth one stays.
只合并第二维和第三维，第四维还留着。

Notes: S1 §20–23, view and reshape; S4 §4, flatten layer | S1 第 20–23 节，view 与 reshape；S4 第 4 节，Flatten 层
"""

def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    if x.dim() == 1:
        return x.unsqueeze(1)
    if x.dim() == 2:
        return x
    return x.reshape(x.size(0), x.size(1) * x.size(2), *x.shape[3:])
