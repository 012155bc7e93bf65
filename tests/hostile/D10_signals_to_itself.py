"""D10 Signals to itself: kills, stops and terminates itself in every way there is, and then carries on.

Stopped by: process 1 of a namespace is deaf to its own signals; the judge has its own
Expected: rejected, crashed, timed_out
"""

import contextlib
import os
import signal

import torch


def softmax(x):
    for number in (
        signal.SIGTERM,
        signal.SIGHUP,
        signal.SIGSTOP,
        signal.SIGTSTP,
        signal.SIGKILL,
        signal.SIGUSR1,
    ):
        with contextlib.suppress(OSError):
            os.kill(os.getpid(), number)
        with contextlib.suppress(OSError):
            os.kill(0, number)
    return torch.zeros_like(x)
