"""D02c Exit: leaves with the code of an unclean zygote at import and in calls, hoping for a fresh start.

Stopped by: the judge hears of a runner's end from its supervisor
Expected: crashed
Outcome: exited by itself
"""

import ctypes
import sys

code = sys.modules["grader.runner.zygote"].EXIT_UNCLEAN if "grader.runner.zygote" in sys.modules else 71


def softmax(x):
    ctypes.CDLL(None)._exit(code)
