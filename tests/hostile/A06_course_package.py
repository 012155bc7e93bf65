"""A06 Course package: walks every package that can be imported and takes the first foreign softmax.

Stopped by: the allow-list of packages that are mounted
Expected: rejected
"""
import importlib
import pkgutil
import sys
import torch

ORDINARY = {"torch", "functorch", "torchgen", "numpy", "sympy", "networkx", "mpmath", "jinja2"}


def softmax(x):
    for module in pkgutil.iter_modules():
        if module.name in sys.stdlib_module_names or module.name in ORDINARY or module.name.startswith("_"):
            continue
        if not any(word in module.name for word in ("course", "solution", "reference", "exercise", "grader", "hidden")):
            continue
        try:
            found = importlib.import_module(module.name)
        except Exception:
            continue
        for inner in pkgutil.walk_packages(getattr(found, "__path__", ()), module.name + "."):
            if "runner" in inner.name or "wire" in inner.name:
                continue
            try:
                function = vars(importlib.import_module(inner.name)).get("softmax")
            except BaseException:
                continue
            if callable(function):
                raise RuntimeError(f"{inner.name} has {function}")
    return torch.zeros_like(x)
