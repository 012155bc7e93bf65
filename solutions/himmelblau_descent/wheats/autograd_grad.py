"""autograd.grad on a function of a vector, and a new leaf in every step.
对向量函数用 autograd.grad，每一步新建叶子张量。
"""

import torch


def height(p):
    return (p[0].square() + p[1] - 11).square() + (p[0] + p[1].square() - 7).square()


def himmelblau_descent(start, lr=0.01, steps=1000):
    p = torch.as_tensor(start, dtype=torch.float64)
    for _ in range(steps):
        leaf = p.clone().requires_grad_()
        (slope,) = torch.autograd.grad(height(leaf), leaf)
        p = p - lr * slope
    return p
