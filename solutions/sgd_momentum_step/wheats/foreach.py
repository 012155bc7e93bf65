"""Works on whole lists with torch._foreach_*.
用 torch._foreach_* 一次处理整个列表。
"""

import torch


def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    with torch.no_grad():
        steps = torch._foreach_add(grads, torch._foreach_mul(params, weight_decay))
        if momentum:
            for i, step in enumerate(steps):
                bufs[i] = torch.zeros_like(step) if bufs[i] is None else bufs[i]
            torch._foreach_mul_(bufs, momentum)
            torch._foreach_add_(bufs, steps)
            steps = torch._foreach_add(steps, torch._foreach_mul(bufs, momentum)) if nesterov else bufs
        torch._foreach_add_(params, steps, alpha=-lr)
