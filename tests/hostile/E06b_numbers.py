"""E06b Header bomb: NaN, 5000 digits, 1e400, a float too large for any float, in turn.

Stopped by: numbers have a spelling and a length, held where they are read
Expected: crashed
Outcome: malformed answer
"""

import itertools
import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
turns = itertools.cycle(
    [
        '{"type":"float","v":"0x1p+99999"}',
        '{"type":"int","v":"%s"}' % ("9" * 5000),
        '{"type":"float","v":NaN}',
        '{"type":"bool","v":1e400}',
        '{"type":"complex","re":"0x1p+2000","im":"nan"}',
    ]
)


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        body = '{"message":{"type":"returned","value":%s},"number":%d}' % (next(turns), reply["number"])
        header, payload = body.encode(), []
    send(self, header, payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
