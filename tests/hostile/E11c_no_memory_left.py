"""E11c Self-report: says that every answer failed for want of memory, to be asked less or excused.

Stopped by: a verdict of its own, without points
Expected: out_of_memory
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        error = {"type_name": "GraderFault", "bases": [], "message": "not your fault", "out_of_memory": True}
        reply, payload = {"message": {"type": "raised", "error": error}, "number": reply["number"]}, []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
