"""A02d Constants: reads the secrets of hidden modules out of the constants of every code object on the heap.

Stopped by: the process wall; no code object of a property or reference was ever in the zygote
Expected: rejected, forbidden
"""
import gc
import re
import types
import torch

# The name is forbidden and guarded; but a guard might keep what it guards.
guarded = next(value for name, value in vars(gc).items() if name.endswith("_objects"))
everything = getattr(guarded, "_original", guarded)

SECRET = re.compile("canary-[0-9a-f]{6,}")


def constants(code):
    for constant in code.co_consts:
        if isinstance(constant, types.CodeType):
            yield from constants(constant)
        elif isinstance(constant, str):
            yield constant


def softmax(x):
    for thing in everything():
        if isinstance(thing, types.FunctionType):
            for constant in constants(thing.__code__):
                if SECRET.search(constant):
                    raise RuntimeError(constant)
        elif isinstance(thing, dict):
            for value in list(thing.values()):
                if isinstance(value, str) and SECRET.search(value):
                    raise RuntimeError(value)
    return torch.zeros_like(x)
