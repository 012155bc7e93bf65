"""B21 Dict tricks: keys that are equal to each other, NaN, tensors and their own container.

Stopped by: the comparison of types; a dict is no tensor
Expected: rejected, crashed
"""
import torch


def softmax(x):
    nan = float("nan")
    return {1: x, True: x, 1.0: x, nan: x, float("nan"): x, x: nan, (): {}, (x,): x, "": "", None: ..., b"k": x}
