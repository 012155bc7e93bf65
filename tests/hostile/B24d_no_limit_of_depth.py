"""B24d Without a limit: lifts Python's limit on depth first, so that the stack overflows.

Stopped by: the process wall; the runner dies of it alone
Expected: rejected, crashed, timed_out, out_of_memory
"""
import sys

sys.setrecursionlimit(1 << 30)


def softmax(x):
    answer = x
    for _ in range(1_000_000):
        answer = [answer]
    return answer
