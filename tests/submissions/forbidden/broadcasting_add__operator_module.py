"""Lets operator.add broadcast."""

import operator


def broadcasting_add(a, b):
    return operator.add(a, b)
