import sys

import torch

sys.setrecursionlimit(2**31 - 1)  # otherwise: RecursionError


def pick(x, dim, index, path=()):
    if len(path) == x.dim():
        where = list(path)
        where[dim] = int(index[path])
        return x[tuple(where)]
    return [pick(x, dim, index, path + (i,)) for i in count(index, len(path))]


def count(index, axis, i=0):
    return [i] + count(index, axis, i + 1)  # TODO stop at index.size(axis)


def gather(x, dim, index):
    return torch.tensor(pick(x, dim, index))
