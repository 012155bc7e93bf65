"""A bracket is never closed."""

def broadcasting_add(a, b):
    return (a + b
