"""E10 Exit codes: sends an answer and leaves, with another code each time: 0, 5, 70, 71, 77, 137.

Stopped by: the next request finds nobody; an exit code never means that anything passed
Expected: crashed, rejected
"""

import os
import time

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def leave_after(self, header, payload, deadline=None):
    send(self, header, payload, deadline)
    if b'"type":"returned"' in header or b'"type":"gradients"' in header:
        os._exit((0, 5, 70, 71, 77, 137)[time.time_ns() % 6])


frames.Channel.send = leave_after


def softmax(x):
    return torch.zeros_like(x)
