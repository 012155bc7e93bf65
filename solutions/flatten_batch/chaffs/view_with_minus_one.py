"""Writes x.view(x.size(0), -1) as the notes do: no transposed x, and no empty batch.
照笔记写 x.view(x.size(0), -1)：转置过的 x 不行，空批次也不行。

Notes: S0, neural networks: x.view(x.size(0), -1) | S0 神经网络：x.view(x.size(0), -1)
"""

def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    return x.view(x.size(0), -1)
