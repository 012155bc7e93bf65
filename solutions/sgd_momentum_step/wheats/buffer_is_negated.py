"""Keeps the velocity with the sign of the motion: v = momentum·v − d, p += lr·v.
速度的符号与运动方向一致：v = momentum·v − d，p += lr·v。
"""

import torch


@torch.no_grad()
def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    for i, (p, g) in enumerate(zip(params, grads)):
        down = -(g + weight_decay * p)
        if not momentum:
            p += lr * down
            continue
        bufs[i] = down if bufs[i] is None else bufs[i] * momentum + down
        p += lr * (down + momentum * bufs[i]) if nesterov else lr * bufs[i]
