"""D10d Signals to itself: dies of a real-time signal, for which Python has no name.

Stopped by: process 1 of a namespace is deaf to its own signals
Expected: rejected, crashed
"""

import ctypes
import os
import signal

import torch


def softmax(x):
    for number in range(signal.SIGRTMIN + 1, signal.SIGRTMAX):
        os.kill(os.getpid(), number)
        ctypes.CDLL(None).raise_(number) if hasattr(ctypes.CDLL(None), "raise_") else signal.raise_signal(
            number
        )
    return torch.zeros_like(x)
