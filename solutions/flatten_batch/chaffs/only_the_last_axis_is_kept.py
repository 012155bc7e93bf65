"""Merges the batch with the rest and keeps the last axis: [N·C·H, W].
把批次与其余各维合并，只留下最后一维：[N·C·H, W]。

Notes: S1 §20–23: merging batch, channel and row gives [N, 28] | S1 第 20–23 节：合并 batch、channel、行得到 [N, 28]
"""

def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    if x.dim() == 1:
        return x.unsqueeze(1)
    rows = 1
    for size in x.shape[:-1]:
        rows *= size
    return x.reshape(rows, x.size(-1))
