"""E08 Descriptor injection: sends open files along with its replies, a few hundred of them, until the judge has no more.

Stopped by: the judge receives bytes only; what comes beside them is closed by the kernel
Expected: rejected, crashed
"""

import array
import os
import socket

import grader.wire.frames as frames
import torch

send = frames.Channel.send


def with_files(self, header, payload, deadline=None):
    files = [os.open("cheat_file", os.O_RDWR | os.O_CREAT) for _ in range(60)]
    rights = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, array.array("i", files))]
    data = frames.PREFIX.pack(frames.MAGIC, len(header), sum(part.nbytes for part in payload))
    self._socket.sendmsg([data, header], rights)
    for file in files:
        os.close(file)
    for part in payload:
        self._socket.sendall(part)


frames.Channel.send = with_files


def softmax(x):
    return torch.zeros_like(x)
