"""D22 Control flow: the answer is an object whose every special method ends the process with success.

Stopped by: the runner asks an answer for nothing but its exact type; the judge gets a handle
Expected: rejected
"""

import os


def leave(*args, **kwargs):
    os._exit(0)


NAMES = (
    "__eq__",
    "__len__",
    "__iter__",
    "__bool__",
    "__array__",
    "__getitem__",
    "__repr__",
    "__str__",
    "__float__",
    "__sub__",
    "__rsub__",
)
Answer = type("Answer", (), dict.fromkeys(NAMES, leave) | {"__hash__": leave, "__del__": lambda self: None})


def softmax(x):
    return Answer()
