"""D20 Control flow: StopIteration, StopAsyncIteration and GeneratorExit, for a checker that iterates over cases.

Stopped by: what no `except` may catch stays a plain exception on the judge's side
Expected: rejected
"""

turns = iter([StopIteration, StopAsyncIteration, GeneratorExit] * 500)


class Case(StopIteration):
    value = True


def softmax(x):
    raise next(turns, Case)(x)
