"""C10 Signals: ignores and blocks all of them, replaces the alarm's handler and then never comes back.

Stopped by: the judge's clock and SIGKILL, which no process can refuse
Expected: timed_out
"""

import contextlib
import signal

import torch

for number in signal.valid_signals():
    with contextlib.suppress(OSError, ValueError):
        signal.signal(number, signal.SIG_IGN)
signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())


def softmax(x):
    with contextlib.suppress(OSError):
        signal.setitimer(signal.ITIMER_REAL, 0)
    while True:
        try:
            while True:
                torch.ones(3)
        except BaseException:
            pass
