"""E13b Own server: asks the garbage collector for the channel and answers over it with values computed elsewhere.

Stopped by: the ban on asking the collector; behind it the judge's comparison
Expected: forbidden
"""

import gc

import grader.wire.frames as frames
import torch

channels = [thing for thing in gc.get_objects() if type(thing) is frames.Channel]


def softmax(x):
    channels[0].send(b"{}", [])
    return torch.zeros_like(x)
