"""C18 Reference by name: overwrites whatever is called reference, want, expected or solution in any module.

Stopped by: the process wall; no module of the runner holds one
Expected: rejected, crashed
"""

import sys

import torch

NAMES = ("reference", "want", "expected", "solution", "ref", "oracle", "target")


def patch():
    for name, module in list(sys.modules.items()):
        if name == __name__ or name.startswith("torch"):
            continue
        for attribute, value in list(getattr(module, "__dict__", {}).items()):
            if attribute in NAMES and hasattr(value, "softmax"):
                value.softmax = softmax
            if attribute == "softmax" and callable(value):
                setattr(module, attribute, softmax)
            if attribute.startswith(NAMES) and callable(value):
                setattr(module, attribute, softmax)


def softmax(x):
    patch()
    return torch.zeros_like(x)
