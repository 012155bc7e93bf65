"""B16d Zeroed cotangents: finds the cotangents among the runner's locals and sets them to zero.

Stopped by: the judge's own copies of inputs and cotangents
Expected: rejected
"""
import sys
import torch


def softmax(x):
    frame = sys._getframe()
    while frame is not None:
        for value in frame.f_locals.get("cotangents", ()):
            value.zero_()
        frame = frame.f_back
    return x * 0
