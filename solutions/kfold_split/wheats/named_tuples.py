"""Returns named tuples, which are tuples.
返回具名元组，它也是元组。
"""

from typing import NamedTuple

import torch


class Fold(NamedTuple):
    train: torch.Tensor
    val: torch.Tensor


def kfold_split(n, k, generator=None):
    if k < 2 or n < k:
        raise ValueError
    order = torch.arange(n)
    if generator is not None:
        order = order[torch.rand(n, generator=generator).argsort()]
    bounds = [n * i // k for i in range(k + 1)]
    return [
        Fold(torch.cat((order[:a], order[b:])), order[a:b]) for a, b in zip(bounds, bounds[1:], strict=False)
    ]
