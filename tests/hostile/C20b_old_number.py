"""C20b Replay: sends an old reply as it was, number and all, in place of the one asked for.

Stopped by: the number of the request in every reply
Expected: crashed
Outcome: belongs to another request
"""

import grader.wire.frames as frames
import torch

send = frames.Channel.send
kept = []


def again(self, header, payload, deadline=None):
    kept.append((header, [memoryview(bytes(part)) for part in payload]))
    send(self, *kept[0], deadline)


frames.Channel.send = again


def softmax(x):
    return torch.zeros_like(x)
