"""D10c Signals to itself: abort(), from C and with Python's fault handler writing into the judge's socket.

Stopped by: another process; what a fault handler writes is no frame
Expected: crashed
"""

import ctypes
import faulthandler

faulthandler.enable(3)


def softmax(x):
    ctypes.CDLL(None).abort()
