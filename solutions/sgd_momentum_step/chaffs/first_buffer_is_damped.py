"""Starts at zero and averages: the first buffer is (1 − momentum)·g too.
从零开始求滑动平均：第一个缓冲区也成了 (1 − momentum)·g。

Notes: S3 §21, SGD and its relatives | S3 第 21 节，SGD 及其变体
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        d = g + weight_decay * p
        if momentum != 0:
            if bufs[i] is None:
                bufs[i] = (1 - momentum) * d
            else:
                bufs[i].mul_(momentum).add_(d, alpha=1 - momentum)
            d = d + momentum * bufs[i] if nesterov else bufs[i]
        p -= lr * d
