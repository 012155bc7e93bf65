"""Looks ahead from the buffer instead of the gradient: v + momentum·v.
向前看时用缓冲区代替了梯度：v + momentum·v。

Notes: S3 §21, SGD and its relatives | S3 第 21 节，SGD 及其变体
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
            d = bufs[i] + momentum * bufs[i] if nesterov else bufs[i]
        p -= lr * d
