"""D19 Dodge: raises MemoryError, as if the machine were too small for an answer.

Stopped by: a verdict of its own, without points
Expected: out_of_memory
"""


def softmax(x):
    raise MemoryError("out of memory")
