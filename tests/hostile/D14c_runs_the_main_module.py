"""D14c Main guard: looks for the reference and the results in whatever program is running.

Stopped by: the process wall; the runner's main program is the zygote's two lines
Expected: rejected
"""

import torch

import __main__


def softmax(x):
    for name, value in list(vars(__main__).items()):
        if name.startswith(("reference", "solution", "expected")):
            return value.softmax(x)
        if name in ("score", "points", "results", "passed"):
            setattr(__main__, name, 10)
    return torch.zeros_like(x)
