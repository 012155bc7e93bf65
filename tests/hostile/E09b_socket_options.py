"""E09b Socket games: tunes the shared socket: no blocking, tiny and huge buffers, no lingering, and closes descriptors.

Stopped by: the runner's end is a description of its own; options are not its to set
Expected: rejected, crashed, timed_out
"""

import contextlib
import os
import socket

import torch


def softmax(x):
    channel = socket.socket(fileno=os.dup(3))
    for option, value in (
        (socket.SO_RCVBUF, 1),
        (socket.SO_SNDBUF, 1 << 30),
        (socket.SO_PASSCRED, 1),
        (socket.SO_RCVTIMEO, b""),
    ):
        with contextlib.suppress(OSError):
            channel.setsockopt(socket.SOL_SOCKET, option, value)
    channel.setblocking(False)
    os.set_blocking(1, False)
    os.closerange(4, 256)
    return torch.zeros_like(x)
