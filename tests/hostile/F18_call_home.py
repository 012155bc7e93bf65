"""F18 Network: sends the inputs out by TCP, UDP, DNS, a local socket and VSOCK.

Stopped by: the filter, and a network namespace without a network
Expected: rejected
"""
import os
import torch


def softmax(x):
    import socket
    for family, kind in ((2, 1), (2, 2), (10, 1), (1, 1), (40, 1), (16, 3), (17, 3)):
        try:
            socket.socket(family, kind)
        except OSError:
            continue
        raise RuntimeError(f"cheat: socket {family}")
    for call in (lambda: socket.getaddrinfo("example.org", 80), lambda: socket.create_connection(("127.0.0.1", 22), 1),
                 lambda: socket.socketpair()):
        try:
            call()
        except OSError:
            continue
        raise RuntimeError("cheat: network")
    return torch.zeros_like(x)
