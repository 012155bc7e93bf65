"""Keeps an object of a class of its own in state, under the parameter's id.
在 state 里按参数的 id 存一个自定义类的对象。
"""

import torch


class Moments:
    def __init__(self, like):
        self.t, self.m, self.v = 0, torch.zeros_like(like), torch.zeros_like(like)

    def see(self, g, betas):
        self.t += 1
        self.m = torch.lerp(g, self.m, betas[0])
        self.v = torch.lerp(g**2, self.v, betas[1])
        return self.m / (1 - betas[0] ** self.t), self.v / (1 - betas[1] ** self.t)


def adam_step(p, g, state, lr=1e-3, betas=(0.9, 0.999), eps=1e-8):
    moments = state.setdefault(id(p), Moments(p))
    mean, square = moments.see(g, betas)
    p.copy_(p - lr * mean / (eps + torch.sqrt(square)))
