"""Lets + broadcast."""

def broadcasting_add(a, b):
    return a + b
