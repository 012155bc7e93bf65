"""E06e Header bomb: announces a million and a half storages of no bytes.

Stopped by: the number of storages, if it is bounded where it is read
Expected: crashed, rejected
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "returned":
        storages = ",".join(["0"] * 1_500_000)
        body = '{"message":{"type":"returned","value":{"type":"none"}},"storages":[%s],"number":%d}'
        header, payload = (body % (storages, reply["number"])).encode(), []
    send(self, header, payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
