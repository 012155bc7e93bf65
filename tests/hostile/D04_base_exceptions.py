"""D04 Exceptions above Exception: KeyboardInterrupt, GeneratorExit and one of its own, in turn.

Stopped by: they cross the wall as data and are raised there as plain exceptions
Expected: rejected
"""

turns = iter([KeyboardInterrupt, GeneratorExit, SystemExit, type("Mine", (BaseException,), {})] * 500)


def softmax(x):
    raise next(turns)("nobody catches me")
