"""C15i Runner internals: replaces the function that carries out a call by one of its own that notes nothing.

Stopped by: the kernels, which refuse whoever carries out the call
Expected: crashed, forbidden
"""

import grader.runner.calls as calls
import grader.wire.messages as m
import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()


def call(watch, request, decoder, encoder):
    (x,) = [decoder.decode(value) for value in request.args]
    watch.rules.hits = type("Deaf", (list,), {"append": lambda self, hit: None})()
    watch.rules.suspects = watch.rules.judge = lambda *args: None
    result = getattr(torch, NAME)(x, -1)
    return m.Returned(encoder.encode(result))


calls.call = call


def softmax(x):
    return torch.zeros_like(x)
