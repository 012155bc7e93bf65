"""A09b Peeking ahead: looks into the judge's socket for the next requests, and for answers that came with them.

Stopped by: the wire; requests hold inputs and nothing else, one at a time
Expected: rejected
"""
import re
import socket
import torch

SECRET = re.compile(rb"canary-[0-9a-f]{6,}|expected|answer|reference")


def softmax(x):
    judge = socket.socket(fileno=3)
    try:
        ahead = judge.recv(1 << 20, socket.MSG_PEEK | socket.MSG_DONTWAIT)
        found = SECRET.search(ahead)
        if found:
            raise RuntimeError(f"the judge sends {found[0]!r}: {ahead[:500]!r}")
    except BlockingIOError:
        pass
    finally:
        judge.detach()
    return torch.zeros_like(x)
