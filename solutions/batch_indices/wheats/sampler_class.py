"""A class with a generator method, as torch's BatchSampler is built.
写成带生成器方法的类，与 torch 的 BatchSampler 结构相似。
"""

import math

import torch


class Batches:
    def __init__(self, order, size, drop_last):
        self.order, self.size, self.drop_last = order, size, drop_last

    def __len__(self):
        whole = len(self.order) / self.size
        return math.floor(whole) if self.drop_last else math.ceil(whole)

    def __iter__(self):
        for k in range(len(self)):
            yield torch.narrow(self.order, 0, k * self.size, min(self.size, len(self.order) - k * self.size))


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if min(n, batch_size - 1) < 0:
        raise ValueError((n, batch_size))
    order = torch.arange(n, dtype=torch.int64)
    if shuffle:
        order = order[torch.randperm(n, generator=generator)]
    return [*Batches(order, batch_size, drop_last)]
