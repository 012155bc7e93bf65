"""Takes the ordinary step with nesterov too (or looks ahead from the old buffer, which is the same).
打开 nesterov 时仍走普通的一步（或用旧缓冲区向前看，结果相同）。

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
            d = bufs[i]
        p -= lr * d
