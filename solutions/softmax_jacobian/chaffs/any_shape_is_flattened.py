"""Flattens whatever comes in.
不管输入是什么形状都展平。

Notes: S1 §37–40, derivative of softmax: i = j and i ≠ j | S1 第 37–40 节 softmax 求导：i=j 与 i≠j
"""

import torch


def softmax_jacobian(a):
    a = a.reshape(-1)
    p = torch.softmax(a, 0)
    return torch.diag(p) - torch.outer(p, p)
