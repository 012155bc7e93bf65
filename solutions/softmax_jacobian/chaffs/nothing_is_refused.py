"""Takes the largest score of an empty vector, which raises.
对空向量求最大值，抛出异常。

Notes: S1 §37–40, softmax | S1 第 37–40 节 softmax
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = torch.exp(a - a.max())
    p = p / p.sum()
    return torch.diag(p) - torch.outer(p, p)
