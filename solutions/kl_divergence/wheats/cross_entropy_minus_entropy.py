"""Cross-entropy minus entropy, in a class, in float64, cast back at the end.
交叉熵减去熵，写成一个类，用 float64 计算，最后转换回来。
"""

import torch


class Distribution:
    def __init__(self, probs):
        self.probs = probs.to(torch.float64)
        self.support = self.probs > 0

    def expected_log(self, other):
        inside = torch.where(self.support, other, torch.ones_like(other))
        return (self.probs * inside.log()).sum(-1)


def kl_divergence(p, q):
    if p.shape != q.shape:
        raise ValueError("shape")
    law = Distribution(p)
    cross_entropy = -law.expected_log(q.double())
    entropy = -law.expected_log(law.probs)
    return (cross_entropy - entropy).to(p.dtype)
