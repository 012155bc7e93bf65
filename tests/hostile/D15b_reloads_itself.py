"""D15b Stateful import: replaces itself in sys.modules and its target between two calls.

Stopped by: every answer is compared, whoever gave it
Expected: rejected
"""

import sys
import types

import torch


def softmax(x):
    other = types.ModuleType(__name__)
    other.softmax = lambda value: torch.zeros_like(value)
    sys.modules[__name__] = other
    globals()["softmax"] = other.softmax
    return other.softmax(x)
