"""Rewrites Nesterov by the old buffer: (1 + momentum)·d + momentum²·v.
用旧的缓冲区改写 Nesterov：(1 + momentum)·d + momentum²·v。
"""

import torch


class Velocity:
    def __init__(self, bufs, index, like):
        self.bufs, self.index = bufs, index
        self.old = torch.zeros_like(like) if bufs[index] is None else bufs[index]

    def keep(self, value):
        self.bufs[self.index] = value.detach()


def sgd_momentum_step(params, grads, bufs, lr, momentum=0.0, weight_decay=0.0, nesterov=False):
    with torch.inference_mode(False), torch.no_grad():
        for index, (p, g) in enumerate(zip(params, grads)):
            v = Velocity(bufs, index, p)
            d = torch.add(g, p, alpha=weight_decay)
            if nesterov:
                p.add_((1 + momentum) * d + momentum**2 * v.old, alpha=-lr)
            else:
                p.add_(momentum * v.old + d, alpha=-lr)
            v.keep(momentum * v.old + d)
