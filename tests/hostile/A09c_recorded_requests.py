"""A09c Recorded requests: patches the channel to keep every frame, and looks in them for what was expected.

Stopped by: the wire; what the judge expects never crosses it, cotangents are all that it adds to the inputs
Expected: rejected
"""
import torch
from grader.wire import frames

KEPT = []
receive = frames.Channel.receive


def recording(self, *arguments):
    header, payload = receive(self, *arguments)
    KEPT.append((header, bytes(payload)))
    return header, payload


frames.Channel.receive = recording


def softmax(x):
    for header, payload in KEPT:
        if b"expected" in header or b"reference" in header or b"canary" in header + payload:
            raise RuntimeError(header.decode())
        floats = torch.frombuffer(bytearray(payload[: len(payload) // 4 * 4]), dtype=torch.float32) if len(payload) >= 4 else x[:0]
        for start in range(0, max(0, floats.numel() - x.numel()) + 1):
            part = floats[start : start + x.numel()]
            if part.numel() == x.numel() and bool((part >= 0).all()):
                part = part.reshape(x.shape)
                if bool(((part.sum(-1) - 1).abs() < 1e-5).all()):
                    return part
    return torch.zeros_like(x)
