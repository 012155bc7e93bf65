"""B15c Nothing reported: patches the runner to say that no output is detached and no gradient arrived.

Stopped by: None stands for zeros, and is right only where the reference's gradient is zero
Expected: rejected
"""
import torch
from grader.runner import calls
from grader.wire import messages as m


def nothing(outputs, cotangents, wanted, encoder, facts):
    return m.Gradients(list(wanted), [m.NoneValue() for _ in wanted], [], facts)


calls.pulled_back = nothing


def softmax(x):
    return torch.zeros_like(x)
