"""E14b Patience: wrong answers that are quick to give and slow to compare, show and shrink: large and oddly nested.

Stopped by: the limit of one reply; only the first sixteen items of anything are shown
Expected: rejected, crashed
"""

import torch

LARGE = [torch.zeros(1 << 20, dtype=torch.float64) for _ in range(7)]
NESTED = [[[["x" * 1000] * 10] * 10] * 10] * 10


def softmax(x):
    return {"tensors": LARGE, "text": NESTED, "numbers": list(range(10_000))}
