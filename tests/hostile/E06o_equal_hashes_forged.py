"""E06o Header bomb: twenty thousand keys of one hash, written by hand, so that only the judge has to build the dict.

Stopped by: the size of a dict, if it is bounded where it is read
Expected: rejected, crashed
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
PRIME = 2**61 - 1
PAIRS = ",".join('[{"type":"int","v":"%d"},{"type":"none"}]' % (k * PRIME) for k in range(20_000))


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] == "returned":
        body = '{"message":{"type":"returned","value":{"type":"dict","v":[%s]}},"number":%d}'
        header, payload = (body % (PAIRS, reply["number"])).encode(), []
    send(self, header, payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
