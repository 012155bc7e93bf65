"""Takes (1 − momentum) of the gradient, as a moving average does.
像滑动平均那样，只取梯度的 (1 − momentum) 倍。

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
                bufs[i].mul_(momentum).add_(d, alpha=1 - momentum)
            d = d + momentum * bufs[i] if nesterov else bufs[i]
        p -= lr * d
