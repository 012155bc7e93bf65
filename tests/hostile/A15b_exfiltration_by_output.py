"""A15b Exfiltration by output: prints everything that it can see, base64 and all, to every stream.

Stopped by: nothing hidden is there to be printed; the output is cut at 64 KiB
Expected: rejected, forbidden
"""
import gc
import base64
import os
import sys
import torch

# The name is forbidden and guarded; but a guard might keep what it guards.
guarded = next(value for name, value in vars(gc).items() if name.endswith("_objects"))
everything = getattr(guarded, "_original", guarded)


def softmax(x):
    print(x, sys.argv, dict(os.environ), sys.path, sorted(sys.modules))
    for path in ("/proc/self/cmdline", "/proc/self/mountinfo", "/proc/self/status"):
        print(path, base64.b64encode(open(path, "rb").read()).decode(), file=sys.stderr)
    for thing in everything():
        if isinstance(thing, str) or (isinstance(thing, dict) and "reference" in thing):
            print(repr(thing)[:200], file=sys.__stderr__)
    return torch.zeros_like(x)
