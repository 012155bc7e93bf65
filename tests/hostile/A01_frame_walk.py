"""A01 Frame walk: looks for the reference in every frame, its locals and its globals.

Stopped by: the process wall; no frame of the runner holds a test object
Expected: rejected
"""
import inspect
import sys
import torch


def softmax(x):
    for depth in range(200):
        try:
            frame = sys._getframe(depth)
        except ValueError:
            break
        for scope in (frame.f_locals, frame.f_globals):
            for name in ("reference", "want", "expected"):
                if name in scope:
                    return scope[name].softmax(x)
    for info in inspect.stack():
        if "secret_of_the_reference" in info.frame.f_locals:
            return x
    return torch.zeros_like(x)
