"""HW1 Task 1. Solution organised as a small class."""

from dataclasses import dataclass

import torch


@dataclass(frozen=True)
class Shape:
    sizes: tuple

    def padded(self, rank):
        return Shape((1,) * (rank - len(self.sizes)) + self.sizes)

    def __and__(self, other):
        rank = max(len(self.sizes), len(other.sizes))
        pairs = zip(self.padded(rank).sizes, other.padded(rank).sizes)
        return Shape(tuple(self._join(m, n) for m, n in pairs))

    @staticmethod
    def _join(m, n):
        if m != n and m != 1 and n != 1:
            raise ValueError(f"incompatible sizes {m} and {n}")
        return n if m == 1 else m


class Adder:
    def __init__(self, *operands):
        self.operands = operands
        self.dtype = torch.result_type(*operands)

    def aligned(self):
        first, second = (Shape(tuple(t.shape)) for t in self.operands)
        target = (first & second).sizes
        return [t.to(self.dtype).expand(*target) if target else t.to(self.dtype) for t in self.operands]

    def __call__(self):
        left, right = self.aligned()
        return left.add(right)


def broadcasting_add(a, b):
    return Adder(a, b)()
