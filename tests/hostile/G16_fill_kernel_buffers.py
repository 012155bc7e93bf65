"""G16 Pipes: fills kernel buffers that no limit on memory counts.

Stopped by: the filter: no pipe, no socket
Expected: rejected
"""
import os
import torch


def softmax(x):
    import socket
    kept = []
    for make in (os.pipe, socket.socketpair, lambda: os.eventfd(1)):
        try:
            while True:
                kept.append(make())
        except OSError:
            pass
    if kept:
        raise RuntimeError(f"cheat: {len(kept)} buffers")
    return torch.zeros_like(x)
