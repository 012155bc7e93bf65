"""C08b Profiling: a profile hook changes the runner's own locals while it builds the reply.

Stopped by: the ban on profiling; behind it the judge, which compares values
Expected: forbidden
"""

import ctypes
import sys

import torch


def profiler(frame, event, argument):
    if frame.f_code.co_name in ("in_words", "pulled_back", "interact") and event == "c_call":
        for name in ("hits", "detached", "error", "changed"):
            if name in frame.f_locals:
                frame.f_locals[name] = [] if name != "error" else None
        ctypes.pythonapi.PyFrame_LocalsToFast(ctypes.py_object(frame), ctypes.c_int(0))


sys.setprofile(profiler)


def softmax(x):
    return torch.zeros_like(x)
