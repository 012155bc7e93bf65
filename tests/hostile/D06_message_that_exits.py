"""D06 Evil exception: its message ends the process with success when somebody reads it.

Stopped by: messages are read in the runner only
Expected: crashed
Baselines: pytest
"""

import os


class Evil(Exception):
    def __str__(self):
        os._exit(0)

    __repr__ = __str__


def softmax(x):
    raise Evil
