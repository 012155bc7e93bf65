"""D06d Evil exception: a traceback of a million entries, for whoever walks it.

Stopped by: tracebacks are walked in the runner, inside the call's time
Expected: timed_out, crashed, rejected, out_of_memory
"""

import sys
import types


class Evil(Exception):
    pass


def softmax(x):
    entry, frame = None, sys._getframe()
    for _ in range(1_000_000):
        entry = types.TracebackType(entry, frame, frame.f_lasti, frame.f_lineno)
    raise Evil("see above").with_traceback(entry)
