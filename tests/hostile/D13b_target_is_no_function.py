"""D13b Wrong export: the target is a number, and its neighbours have names that come near.

Stopped by: a target that cannot be called is a verdict
Expected: no_target
Outcome: which cannot be called
"""

softmax = 10


def Softmax(x):
    return x


def soft_max(x):
    return x
