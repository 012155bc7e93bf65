"""D21 Control flow: recursion to the end, in the call and in the exception that reports it.

Stopped by: the runner reports it or dies of it
Expected: rejected, crashed, timed_out
"""

import sys

sys.setrecursionlimit(10**6)


class Deep(Exception):
    def __str__(self):
        return str(self)


def softmax(x):
    try:
        return softmax(x)
    except RecursionError:
        raise Deep from None
