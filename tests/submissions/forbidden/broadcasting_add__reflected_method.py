"""Calls __radd__ by hand."""

def broadcasting_add(a, b):
    return b.__radd__(a)
