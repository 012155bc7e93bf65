"""E04b Double reply: a wrong answer and behind it a better one, for a judge that takes the last or the best.

Stopped by: one reply a request, with its number
Expected: crashed, rejected
"""

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def twice(self, header, payload, deadline=None):
    parts = [memoryview(bytes(part)) for part in payload]
    send(self, header, parts, deadline)
    send(self, header, parts, deadline)


frames.Channel.send = twice


def softmax(x):
    return torch.zeros_like(x)
