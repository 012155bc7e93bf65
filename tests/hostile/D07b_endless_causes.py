"""D07b Causes without end: exceptions that are each other's cause and context, in a group of a hundred thousand.

Stopped by: the record holds one class, one message and eight lines
Expected: rejected
"""


def softmax(x):
    first, second = ValueError("first"), ValueError("second")
    first.__cause__, second.__cause__ = second, first
    first.__context__, second.__context__ = second, first
    nested = first
    for _ in range(500):
        nested = ExceptionGroup("nested", [nested])
    raise ExceptionGroup("all", [nested, *(KeyError(n) for n in range(100_000))]) from second
