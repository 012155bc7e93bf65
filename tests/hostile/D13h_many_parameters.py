"""D13h Signature: a hundred thousand parameters, each two hundred characters long.

Stopped by: the parameters are cut before they are shown
Expected: rejected, crashed
"""

import inspect

import torch


def softmax(x, *rest):
    return torch.zeros_like(x)


kind = inspect.Parameter.KEYWORD_ONLY
names = [inspect.Parameter("x", inspect.Parameter.POSITIONAL_ONLY)]
names += [inspect.Parameter(f"p{n:0150d}", kind) for n in range(15_000)]
softmax.__signature__ = inspect.Signature(names)
