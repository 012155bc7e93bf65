"""D06c Evil exception: a metaclass answers for its name and its bases, and the instance for its class.

Stopped by: all of it happens in the runner; what cannot be written as a record ends it
Expected: crashed, rejected
"""


class Meta(type):
    @property
    def __mro__(cls):
        return (AssertionError, Exception, BaseException)

    @property
    def __name__(cls):
        return "A" * 100_000


class Evil(Exception, metaclass=Meta):
    @property
    def __class__(self):
        return MemoryError

    @property
    def __traceback__(self):
        raise SystemExit(0)


def softmax(x):
    raise Evil("caught?")
