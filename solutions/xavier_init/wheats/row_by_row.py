"""Fills one output row after another in a loop; a small class keeps the fans.
用循环逐个输出行填充；用一个小类保存 fan。
"""

import math
from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Fans:
    fan_in: int
    fan_out: int

    @classmethod
    def of(cls, w):
        if w.ndim < 2:
            raise ValueError("no fans for fewer than 2 dimensions")
        area = math.prod(w.shape[2:])
        return cls(w.shape[1] * area, w.shape[0] * area)

    def std(self, gain):
        return gain / math.sqrt((self.fan_in + self.fan_out) / 2)


def xavier_init(w, gain=1.0, distribution="uniform", generator=None):
    fans = Fans.of(w)
    if distribution == "uniform":
        limit = fans.std(gain) * 3**0.5

        def fill(row):
            row.uniform_(-limit, limit, generator=generator)

    elif distribution == "normal":

        def fill(row):
            row.normal_(0, fans.std(gain), generator=generator)

    else:
        raise ValueError("distribution")
    with torch.no_grad():
        for i in range(len(w)):
            fill(w[i])
    return w
