"""D06b Evil exception: whoever reads its message waits for ever.

Stopped by: messages are read in the runner, inside the call's time
Expected: timed_out
"""

import time


class Evil(Exception):
    def __str__(self):
        while True:
            time.sleep(1)


def softmax(x):
    raise Evil
