"""G03b Regular expression: backtracks for ever.

Stopped by: the judge's deadline
Expected: timed_out
"""
import os
import torch


def softmax(x):
    import re
    re.match(r"(a+)+$", "a" * 64 + "b")
    return torch.zeros_like(x)
