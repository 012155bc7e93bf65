"""C09 Hooks: uncaught exceptions, in threads and in finalizers too, end the process with success.

Stopped by: an exit code never means that anything passed
Expected: rejected
"""

import os
import sys
import threading


def success(*args):
    os._exit(0)


sys.excepthook = sys.__excepthook__ = sys.unraisablehook = threading.excepthook = success
sys.displayhook = sys.breakpointhook = success


def softmax(x):
    raise ArithmeticError("nobody is going to see this")
