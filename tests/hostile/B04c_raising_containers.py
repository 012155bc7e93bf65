"""B04c Raising containers: a dict whose items raise when the runner looks for facts, as if the grader had failed.

Stopped by: the runner dies of it alone, and its end is the submission's
Expected: rejected, crashed
"""


class Trap(dict):
    def items(self):
        raise SystemExit(0)

    def __reduce__(self):
        raise MemoryError

    def __repr__(self):
        raise KeyboardInterrupt


def softmax(x):
    return Trap(result=x)
