"""E06j Header bomb: forges a parameter whose name no parameter can have, where the judge builds a signature of it.

Stopped by: a signature that cannot be read holds nobody to it; it is not the grader's fault
Expected: rejected, crashed
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "loaded":
        reply["message"]["parameters"] = ["None", "class=1", "*", "***lambda", "/"]
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
