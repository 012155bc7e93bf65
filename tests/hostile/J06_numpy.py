"""J06 NumPy: does it outside torch.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


import numpy as np


def softmax(x):
    a = x.detach().numpy()
    e = np.exp(a - a.max(-1, keepdims=True))
    return torch.from_numpy(e / e.sum(-1, keepdims=True))
