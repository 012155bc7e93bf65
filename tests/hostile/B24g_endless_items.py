"""B24g Endless items: a dict without end, in a mapping of the standard library.

Stopped by: the time of one call
Expected: rejected, crashed, timed_out, out_of_memory
"""
import collections
import itertools


class Endless(collections.OrderedDict):
    def items(self):
        return ((number, [number]) for number in itertools.count())


def softmax(x):
    return Endless(a=1)
