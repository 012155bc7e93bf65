"""E10b Exit codes: one right answer for each runner that is started, and success instead of the second.

Stopped by: every example needs its own answer; a property with a missing one earns nothing
Expected: crashed
"""

import os

import grader.wire.frames as frames
import torch

send = frames.Channel.send
sent = []


def leave_after(self, header, payload, deadline=None):
    send(self, header, payload, deadline)
    if b'"type":"loaded"' not in header and b'"type":"checked"' not in header:
        os._exit(0)


frames.Channel.send = leave_after


def softmax(x):
    e = torch.exp(x - x.amax(-1, keepdim=True))
    return e / e.sum(-1, keepdim=True)
