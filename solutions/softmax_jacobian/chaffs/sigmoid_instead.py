"""Uses the sigmoid of each score for its probability.
把每个得分的 sigmoid 当作概率。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.sigmoid(a)
    return torch.diag(p) - torch.outer(p, p)
