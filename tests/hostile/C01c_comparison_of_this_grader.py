"""C01c The grader's own comparison: imports its comparing modules and has them find no difference.

Stopped by: the runner's file system holds only the wire and the runner, not the comparison
Expected: rejected
"""

import importlib
import sys

import torch

NAMES = (
    "grader.compare",
    "grader.compare.difference",
    "grader.compare.values",
    "grader.claims.answers",
    "grader.judge.search",
)


def same(*args, **kwargs):
    return None


for module_name in NAMES:
    try:
        importlib.import_module(module_name)
    except ImportError:
        pass
for module in [m for n, m in sys.modules.items() if n.startswith("grader.")]:
    for attribute in (
        "difference",
        "plain_difference",
        "gradient_difference",
        "nonfinite_difference",
        "value_difference",
        "hold",
        "refused",
    ):
        if attribute in vars(module):
            setattr(module, attribute, same)


def softmax(x):
    return torch.zeros_like(x)
