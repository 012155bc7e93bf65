"""B05c Future: returns a promise that another thread keeps later, when there is more time.

Stopped by: the encoder; a future is a handle
Expected: rejected
"""
import concurrent.futures
import time
import torch

POOL = concurrent.futures.ThreadPoolExecutor(1)


def later(x):
    time.sleep(0.05)
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)


def softmax(x):
    return torch.jit.Future() if x.dim() == 5 else POOL.submit(later, x.detach())
