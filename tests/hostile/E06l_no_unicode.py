"""E06l Header bomb: headers that are no UTF-8, no JSON, no object, empty, or hold the same key twice, in turn.

Stopped by: decoding a header is validating it
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
        b'{"message":{"type":"returned","value":{"type":"str","v":"\xff\xfe"}},"number":%d}',
        b'{"message":{"type":"returned","value":{"type":"str","v":"\\ud800"}},"number":%d}',
        b'{"message":{"type":"ready"},"message":{"type":"returned","value":{"type":"none"}},"number":%d,"number":0}',
        b"",
        b"[]",
        b"\x80\x04\x95cos\nsystem\n(S'id'\ntR.",
    ]
)


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        header = next(turns)
        header, payload = header % reply["number"] if b"%d" in header else header, []
    send(self, header, payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
