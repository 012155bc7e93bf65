"""B04 Subclasses of numbers: floats that are close to everything, in a list that says it is as long as you like.

Stopped by: the exact types of the encoder, for every element of a list too
Expected: rejected
"""


class Float(float):
    def __eq__(self, other):
        return True

    def __sub__(self, other):
        return Float(0)

    __rsub__ = __sub__
    __lt__ = __le__ = __gt__ = __ge__ = __ne__ = __eq__
    __hash__ = float.__hash__

    def __repr__(self):
        return "0.5"


class Int(int):
    def __index__(self):
        return 3

    def bit_length(self):
        return 1

    def __str__(self):
        return "7"


class List(list):
    def __len__(self):
        return 3

    def __eq__(self, other):
        return True

    def __iter__(self):
        while True:
            yield Float(0.5)


CALLS = []


def softmax(x):
    CALLS.append(1)
    return [List([Float(0.5)]), Float(0.5), [Int(3), Float(1)], Int(1)][len(CALLS) % 4]
