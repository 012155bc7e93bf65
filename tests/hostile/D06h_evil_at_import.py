"""D06h Evil exception: the same tricks while it is imported, where the record is written by another path.

Stopped by: the record is written in the runner; a runner that dies in it has crashed
Expected: crashed
"""

import os


class Meta(type):
    def __getattribute__(cls, name):
        if name in ("__mro__", "__name__", "__qualname__"):
            os._exit(0)
        return type.__getattribute__(cls, name)


class Evil(SyntaxError, metaclass=Meta):
    filename = "softmax.py"
    lineno = 10**4000
    text = "print(1)" * 10_000


raise Evil("invalid syntax, or is it")
