"""C15f Whose call is it: the target's code claims to lie in torch's own folder.

Stopped by: the walk along the frames: only code that torch's functions had before is torch's
Expected: forbidden
"""

import types

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()


def target(x):
    return getattr(torch, NAME)(x, -1)


code = target.__code__.replace(co_filename=torch.functional.__file__, co_name="einsum", co_qualname="einsum")
softmax = types.FunctionType(code, {"torch": torch, "NAME": NAME, "__name__": "torch.functional"}, "softmax")
