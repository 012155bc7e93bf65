"""Writes p = p − …: the name moves, the caller's tensor does not.
写成 p = p − …：变的只是名字，调用者的张量没有动。

Notes: S1, in-place operations | S1 原地操作
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        d = g + weight_decay * p
        if momentum != 0:
            if bufs[i] is None:
                bufs[i] = d.clone()
            else:
                bufs[i].mul_(momentum).add_(d)
            d = d + momentum * bufs[i] if nesterov else bufs[i]
        p = p - lr * d
