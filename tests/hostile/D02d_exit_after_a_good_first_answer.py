"""D02d Exit: answers the first call, then leaves with success in place of every answer that follows.

Stopped by: every example needs its own answer; a property with a missing one earns nothing
Expected: crashed
"""

import os

import torch

calls = []


def softmax(x):
    calls.append(x)
    if len(calls) > 1:
        os._exit(0)
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)
