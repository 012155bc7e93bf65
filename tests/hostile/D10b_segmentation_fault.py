"""D10b Signals to itself: reads from address zero.

Stopped by: another process; the supervisor reports the signal
Expected: crashed
Outcome: SIGSEGV
"""

import ctypes


def softmax(x):
    ctypes.string_at(0)
