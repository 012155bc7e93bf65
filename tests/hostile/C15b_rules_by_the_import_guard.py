"""C15b Runner internals: finds the rules behind the import guard, blinds them and calls what is forbidden.

Stopped by: the guard, which holds a sealed callable and has no way to the rules
Expected: crashed
"""

import sys

import torch

NAME = bytes([115, 111, 102, 116, 109, 97, 120]).decode()
rules = sys.meta_path[0]._judge.__self__
rules.judge = rules.suspects = rules.check_operator = lambda *args, **kwargs: None
rules.verify = lambda: None


def softmax(x):
    return getattr(torch, NAME)(x, -1)
