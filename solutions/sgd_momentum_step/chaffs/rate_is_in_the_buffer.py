"""Multiplies by lr before the buffer: old gradients keep the old rate.
先乘学习率再进缓冲区：旧梯度一直带着旧的学习率。

Notes: S3 §21, SGD and its relatives | S3 第 21 节，SGD 及其变体
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        d = g + weight_decay * p
        if momentum != 0:
            if bufs[i] is None:
                bufs[i] = lr * d
            else:
                bufs[i].mul_(momentum).add_(lr * d)
            d = lr * d + momentum * bufs[i] if nesterov else bufs[i]
        else:
            d = lr * d
        p -= d
