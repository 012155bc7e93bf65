"""D19b Dodge: raises torch's sentence for a machine that has no memory left, from a class of its own.

Stopped by: a verdict of its own, without points
Expected: out_of_memory, rejected
"""


class Tired(RuntimeError, MemoryError):
    pass


def softmax(x):
    raise Tired("DefaultCPUAllocator: can't allocate memory: you tried to allocate 12 bytes. Error code 12")
