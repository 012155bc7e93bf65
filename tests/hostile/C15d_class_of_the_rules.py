"""C15d Runner internals: replaces the method that records a hit, in the class, by way of sys.modules.

Stopped by: no name leads to the modules of the rules in a runner
Expected: crashed
"""

import sys

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()
sys.modules["grader.runner.forbidden"].Rules._hit = lambda *args: None
sys.modules["grader.runner.submission"].Submission.hits = lambda self: []


def softmax(x):
    return getattr(torch, NAME)(x, -1)
