"""D12c Interactive: opens the terminal and a shell on it, past the standard streams.

Stopped by: the container has no terminal, and nothing can be started
Expected: rejected
"""

import code
import os
import pdb
import pty

import torch


def softmax(x):
    for attempt in (
        lambda: os.open("/dev/tty", os.O_RDWR),
        lambda: os.open("/dev/console", os.O_RDWR),
        lambda: pty.spawn("/bin/sh"),
        lambda: os.execv("/bin/sh", ["sh"]),
        lambda: os.system("sh"),
        lambda: pdb.Pdb(readrc=True).set_trace(),
        lambda: code.interact(),
    ):
        try:
            attempt()
        except BaseException:
            pass
    return torch.zeros_like(x)
