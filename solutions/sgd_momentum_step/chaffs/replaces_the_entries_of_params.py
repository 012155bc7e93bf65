"""Puts new tensors into the list; the model still holds the old ones.
往列表里放了新张量，模型手里还是旧的。

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
        params[i] = p - lr * d
