"""B09e Fake: a tensor that only remembers what it would be.

Stopped by: the encoder: only strided tensors of memory travel, and the judge is told what else it was
Expected: rejected, crashed, timed_out
"""
import torch
from torch._subclasses.fake_tensor import FakeTensorMode

MODE = FakeTensorMode(allow_non_fake_inputs=True)


def with_fake(x):
    return MODE.from_tensor(x)


def softmax(x):
    x = x.detach()
    return with_fake(x)
