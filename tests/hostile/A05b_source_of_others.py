"""A05b Source of others: asks inspect and linecache for the source of everything that is loaded.

Stopped by: the process wall; linecache knows the submission, inspect the libraries
Expected: rejected, forbidden
"""
import gc
import inspect
import linecache
import types
import torch

# The name is forbidden and guarded; but a guard might keep what it guards.
guarded = next(value for name, value in vars(gc).items() if name.endswith("_objects"))
everything = getattr(guarded, "_original", guarded)


def softmax(x):
    for name, entry in list(linecache.cache.items()):
        text = "".join(entry[2]) if len(entry) > 2 else ""
        if "secret_of" + "_the_reference" in text and "linecache" not in text:
            space = {}
            exec(text, space)
            return space["softmax"](x)
    for thing in everything():
        if isinstance(thing, types.FunctionType) and thing.__name__ in ("test_values", "test_gradients"):
            raise RuntimeError(inspect.getsource(inspect.getmodule(thing)))
    return torch.zeros_like(x)
