"""Keeps the last weights instead of past gradients, as the notes say.
照笔记所说，保存上一次的权重，而不是过去的梯度。

Notes: S3 §21, SGD and its relatives | S3 第 21 节，SGD 及其变体
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        d = g + weight_decay * p
        if momentum != 0:
            if bufs[i] is None:
                bufs[i] = p.clone()
            else:
                d = d + momentum * (p - bufs[i])
                bufs[i] = p.clone()
            d = d + momentum * d if nesterov else d
        p -= lr * d
