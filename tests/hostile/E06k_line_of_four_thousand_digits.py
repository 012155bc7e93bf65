"""E06k Header bomb: line numbers, sizes and counts of four thousand digits, in every field that takes a number.

Stopped by: numbers stay plain integers; none of them is used to allocate
Expected: rejected, crashed
"""

import json

import grader.wire.frames as frames
import torch

send = frames.Channel.send
BIG = int("9" * 4000)


def forged(self, header, payload, deadline=None):
    reply = json.loads(header)
    if reply["message"]["type"] in ("returned", "gradients"):
        frame = {"line": BIG, "function": "f", "text": "t"}
        facts = {
            "ops": {"aten::add": BIG},
            "bytes_allocated": -BIG,
            "violations": [{"message": "v", "line": BIG}],
        }
        error = {"type_name": "ValueError", "bases": ["ValueError"], "message": "", "frames": [frame]}
        reply["message"], payload = {"type": "raised", "error": error, "facts": facts}, []
        reply["storages"] = []
    send(self, json.dumps(reply).encode(), payload, deadline)


frames.Channel.send = forged


def softmax(x):
    return torch.zeros_like(x)
