"""D01 Exit: leaves with exit code 0 while it is imported.

Stopped by: an exit code never means that anything passed
Expected: crashed
Outcome: exited by itself
Baselines: pytest
"""

import os

os._exit(0)


def softmax(x):
    return x
