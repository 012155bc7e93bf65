"""Takes a for the probabilities and leaves the softmax out.
把 a 当成概率，没有做 softmax。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    if a.dim() != 1:
        raise ValueError("a vector is needed")
    p = a
    return torch.diag(p) - torch.outer(p, p)
