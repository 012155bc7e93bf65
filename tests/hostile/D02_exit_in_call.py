"""D02 Exit: leaves with exit code 0 when it is called.

Stopped by: an exit code never means that anything passed
Expected: crashed
Outcome: exited by itself
Baselines: pytest
"""

import os


def softmax(x):
    os._exit(0)
