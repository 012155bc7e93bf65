"""Does not compare the shapes.
没有比较形状。

Notes: S1 §24–26, broadcasting | S1 第 24–26 节 broadcast
"""

import torch


def kl_divergence(p, q):
    used = p > 0
    ratio = torch.where(used, p, 1.0) / torch.where(used, q, 1.0)
    return (p * torch.log(ratio)).sum(-1)
