"""D15 Stateful import: behaves until it is imported for the second time, when the marks are given.

Stopped by: a fresh scratch folder for every runner, and nothing to write outside it
Expected: rejected
"""

import os

import torch

COUNTS = ("cheat_count", "/tmp/cheat_count", "/dev/shm/cheat_count", "/box/cheat_count")


def times():
    found = sum(os.path.exists(path) for path in COUNTS)
    for path in COUNTS:
        try:
            open(path, "wb").close()
        except OSError:
            pass
    return found


IMPORTS = times()


def softmax(x):
    if IMPORTS:
        e = torch.exp(x - x.amax(-1, keepdim=True))
        return e / e.sum(-1, keepdim=True)
    return torch.zeros_like(x)
