"""D13d Wrong export: an async function, whose call raises nothing and computes nothing.

Stopped by: a coroutine is not a tensor
Expected: rejected
Outcome: coroutine
"""

import torch


async def softmax(x):
    return torch.zeros_like(x)
