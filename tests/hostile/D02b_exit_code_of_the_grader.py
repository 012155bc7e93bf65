"""D02b Exit: leaves with the code by which the grader's own processes report a fault, which would cost no points.

Stopped by: a fault is what the judge finds in itself, never an exit code
Expected: crashed
Outcome: exited by itself
"""

import os

try:
    from grader.runner.supervisor import EXIT_FAULT
except ImportError:
    EXIT_FAULT = 70


def softmax(x):
    os._exit(EXIT_FAULT)
