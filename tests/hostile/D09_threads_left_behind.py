"""D09 Left threads: threads that nobody joins keep running when the call is over and when the process ends.

Stopped by: the runner is killed, and its pid namespace with it
Expected: rejected
"""

import contextlib
import threading
import time

import torch


def linger():
    while True:
        time.sleep(0.01)


with contextlib.suppress(RuntimeError):
    for _ in range(4):
        threading.Thread(target=linger, daemon=False, name="cheat").start()
        threading.Thread(target=linger, daemon=True, name="cheat").start()
threading._shutdown = linger


def softmax(x):
    return torch.zeros_like(x)
