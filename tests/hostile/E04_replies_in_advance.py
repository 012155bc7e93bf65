"""E04 Early replies: sends the answers to the next hundred requests before they are made, numbered as they will be.

Stopped by: the judge compares each answer with its own for that very input
Expected: rejected, crashed
"""

import grader.wire.frames as frames
import msgspec
import torch

send = frames.Channel.send
sent = []


def early(self, header, payload, deadline=None):
    reply = msgspec.json.decode(header)
    if reply["message"]["type"] == "returned" and not sent:
        sent.append(reply["number"])
        for number in range(reply["number"], reply["number"] + 100):
            send(self, msgspec.json.encode(reply | {"number": number}), payload, deadline)
    elif reply["message"]["type"] != "returned":
        send(self, header, payload, deadline)


frames.Channel.send = early


def softmax(x):
    return torch.full_like(x, 1 / x.shape[-1])
