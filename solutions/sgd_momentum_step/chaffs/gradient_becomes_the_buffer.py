"""Keeps the gradient itself as the first buffer; the next gradient overwrites it.
直接把梯度本身当作第一个缓冲区，下一个梯度会把它改写。

Notes: S1, in-place operations | S1 原地操作
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        d = g if weight_decay == 0 else g + weight_decay * p
        if momentum != 0:
            if bufs[i] is None:
                bufs[i] = d
            else:
                bufs[i] = momentum * bufs[i] + d
            d = d + momentum * bufs[i] if nesterov else bufs[i]
        p -= lr * d
