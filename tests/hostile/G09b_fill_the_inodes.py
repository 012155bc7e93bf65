"""G09b Inodes: ten thousand folders, one in the other.

Stopped by: a fixed number of entries in the scratch folder
Expected: rejected
Outcome: MiB on disk
"""
import os
import torch


def softmax(x):
    for _ in range(10_000):
        os.mkdir("cheat")
        os.chdir("cheat")
    return torch.zeros_like(x)
