"""Uses the whole N × N table and takes the diagonal off again; float32 throughout.
用整张 N × N 表，再扣除对角线；全程 float32。
"""

import torch


class Clustering:
    def __init__(self, names):
        self.together = names[:, None].eq(names[None, :])

    def __xor__(self, other):
        return (self.together ^ other.together).float().sum()


def rand_index(a, b):
    n = torch.tensor(float(len(a)), device=a.device)
    if n < 2:
        raise ValueError("too few samples")
    return (1 - (Clustering(a) ^ Clustering(b)) / (n * n - n)).item()
