"""E09c Socket games: puts a file in the place of the judge's socket and keeps the socket to itself.

Stopped by: the judge's clock; a runner without an answer has none
Expected: crashed, timed_out
"""

import os

import torch

kept = []


def softmax(x):
    kept.append(os.dup(3))
    os.dup2(os.open("cheat_socket", os.O_RDWR | os.O_CREAT), 3)
    return torch.zeros_like(x)
