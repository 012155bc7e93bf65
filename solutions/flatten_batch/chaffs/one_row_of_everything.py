"""Flattens the batch axis too, as torch.flatten does by default.
连批次那一维也展平了，就像 torch.flatten 的默认行为。

Notes: S4 §4, flatten layer: nn.Flatten keeps the first axis, torch.flatten does not | S4 第 4 节，Flatten 层：nn.Flatten 保留第一维，torch.flatten 不保留
"""

def flatten_batch(x):
    if x.dim() == 0:
        raise ValueError("no batch")
    return x.reshape(-1)
