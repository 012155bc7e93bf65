"""B25c Other objects: dtypes, devices, sizes, slices, generators, ellipses, modules.

Stopped by: the comparison of types before values
Expected: rejected, crashed
"""
import torch

CALLS = []


def softmax(x):
    CALLS.append(1)
    others = (torch.Generator(), torch.device("cuda:7"), x.shape, ..., None, slice(x), torch.nn.ReLU(), torch.float8_e5m2, NotImplemented, torch, softmax, type)
    return others[len(CALLS) % len(others)]
