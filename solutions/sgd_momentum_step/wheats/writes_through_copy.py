"""Computes the new value and copies it into the parameter.
先算出新值，再用 copy_ 写入参数。
"""

import torch


def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    previous = torch.is_grad_enabled()
    torch.set_grad_enabled(False)
    try:
        for i, p in enumerate(params):
            d = torch.lerp(grads[i], grads[i] + p, weight_decay)
            v = d
            if momentum > 0:
                v = bufs[i] = d.clone() if bufs[i] is None else d + bufs[i].mul(momentum)
                if nesterov:
                    v = d + v * momentum
            p.copy_(p - v * lr)
    finally:
        torch.set_grad_enabled(previous)
