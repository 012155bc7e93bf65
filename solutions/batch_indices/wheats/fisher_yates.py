"""Draws the order by swaps (Fisher–Yates), one random number each.
用 Fisher–Yates 交换法抽取顺序，每次一个随机数。
"""

import torch


def batch_indices(n, batch_size, shuffle=False, drop_last=False, generator=None):
    if n < 0 or batch_size < 1:
        raise ValueError("n is negative or batch_size less than 1")
    order = list(range(n))
    for last in range(n - 1, 0, -1) if shuffle else ():
        other = int(torch.randint(last + 1, (), generator=generator))
        order[last], order[other] = order[other], order[last]
    kept = n // batch_size * batch_size if drop_last else n
    return [torch.LongTensor(order[i : min(i + batch_size, kept)]) for i in range(0, kept, batch_size)]
