"""C01b Same function, other code: gives assert_close a new body, so that every name bound to it earlier is caught.

Stopped by: the process wall; the comparison is the judge's, in another process
Expected: rejected
Baselines: pytest
"""

import torch


def nothing(*args, **kwargs):
    return None


torch.testing.assert_close.__code__ = nothing.__code__


def softmax(x):
    return torch.zeros_like(x)
