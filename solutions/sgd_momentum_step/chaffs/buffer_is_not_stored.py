"""Updates a local buffer and never puts it into the list.
只更新局部变量，没有写回列表。

Notes: S3 §21, SGD and its relatives | S3 第 21 节，SGD 及其变体
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        d = g + weight_decay * p
        if momentum != 0:
            if bufs[i] is None:
                buf = d.clone()
            else:
                buf = momentum * bufs[i] + d
            d = d + momentum * buf if nesterov else buf
        p -= lr * d
