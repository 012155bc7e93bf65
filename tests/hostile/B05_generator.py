"""B05 Lazy answer: returns a generator, which would compute when somebody compares.

Stopped by: the encoder; a generator is a handle, and nothing compares handles
Expected: rejected
"""
import torch


def softmax(x):
    for row in x.reshape(-1, x.shape[-1]):
        e = torch.exp(row - row.amax())
        yield e / e.sum()
