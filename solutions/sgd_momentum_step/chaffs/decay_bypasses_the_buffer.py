"""Adds the decay after the momentum: that is decoupled decay, as in AdamW.
在动量之后才加衰减：那是像 AdamW 那样的解耦衰减。

Notes: S1, regularisation by weight_decay | S1 正则化，weight_decay
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        d = g.clone()
        if momentum != 0:
            if bufs[i] is None:
                bufs[i] = d.clone()
            else:
                bufs[i].mul_(momentum).add_(d)
            d = d + momentum * bufs[i] if nesterov else bufs[i]
        p -= lr * (d + weight_decay * p)
