"""A04 Hidden module: looks for the reference among the loaded modules.

Stopped by: the process wall; hidden modules are loaded in the judge only
Expected: rejected
Baselines: pytest, results file
"""
import sys
import torch


def softmax(x):
    for name, module in list(sys.modules.items()):
        if name.partition(".")[0] in ("torch", "functorch", __name__):
            continue
        if any(word in name.lower() for word in ("reference", "solution", "test", "hidden", "main")):
            function = vars(module).get("softmax")
            if callable(function) and function is not softmax and "torch" not in str(function.__module__):
                return function(x)
    return torch.zeros_like(x)
