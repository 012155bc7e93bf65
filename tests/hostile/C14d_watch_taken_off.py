"""C14d Modes: takes the watching modes off by their private names, then calls what is forbidden.

Stopped by: the ban on switching the watch off; behind it the kernels
Expected: forbidden
"""

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()
POP = bytes([95, 112, 111, 112]).decode()


def softmax(x):
    stack = torch.overrides
    while True:
        try:
            getattr(stack, POP + "_mode")()
        except BaseException:
            break
    try:
        getattr(torch._C, POP + "_torch_dispatch_stack")(None)
    except BaseException:
        pass
    return getattr(torch, NAME)(x, -1)
