"""E08b Descriptor injection: sends the socket through itself, so that neither end can ever be closed.

Stopped by: the runner is killed by a descriptor of its own, not by the end of its socket
Expected: rejected, crashed, timed_out
"""

import array
import socket

import torch


def softmax(x):
    channel = socket.socket(fileno=3)
    try:
        for _ in range(50):
            channel.sendmsg([b""], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [3, 1]))])
    except OSError:
        pass
    channel.sendmsg([b"T"], [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", [3]))])
    channel.detach()
    return torch.zeros_like(x)
