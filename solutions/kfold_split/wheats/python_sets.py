"""Works with Python sets; the order of the indices is the set's.
用 Python 集合运算；下标的顺序由集合决定。
"""

import random

import torch


def kfold_split(n, k, generator=None):
    if not (1 < k <= n):
        raise ValueError("bad k")
    everything = list(range(n))
    if generator is not None:
        random.Random(int(torch.randint(1 << 40, (), generator=generator))).shuffle(everything)
    result, start = [], 0
    for i in range(k):
        size = (n + i) // k
        val = everything[start : start + size]
        start += size
        result.append((torch.tensor(sorted(set(everything) - set(val)), dtype=torch.long), torch.tensor(val)))
    return result
