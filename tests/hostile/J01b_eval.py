"""J01b Eval: has the forbidden call in a string.

Stopped by: the watchers of forbidden operations
Expected: forbidden
"""
import torch


def softmax(x):
    return eval("tor" + "ch.soft" + "max(x, -1)", {"torch": torch, "x": x})
