"""D23 Control flow: wrong in the first run of an example and right in its repetition, to make the search doubt itself.

Stopped by: an example that failed once has failed
Expected: rejected
"""

import torch

seen = {}


def softmax(x):
    key = tuple(x.detach().flatten().tolist())
    seen[key] = seen.get(key, 0) + 1
    e = torch.exp(x - x.amax(-1, keepdim=True))
    right = e / e.sum(-1, keepdim=True)
    return right if seen[key] > 1 else right * 2
