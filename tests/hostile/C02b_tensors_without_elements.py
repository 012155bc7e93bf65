"""C02b No elements: Tensor.numel answers 0, so that whoever counts before comparing has nothing to compare.

Stopped by: the decoder holds the announced shape to the bytes that came
Expected: crashed
Outcome: malformed answer
"""

import torch

torch.Tensor.numel = torch.Tensor.nelement = lambda self: 0
torch.numel = lambda tensor: 0


def softmax(x):
    return torch.zeros_like(x)
