"""B23 Giant integer: numbers that take minutes to write in decimal.

Stopped by: the limit of 256 bits
Expected: rejected
"""
CALLS = []


def softmax(x):
    CALLS.append(1)
    return [1 << (1 << 24), -(1 << 257), [1 << 300] * 100, slice(1 << (1 << 22)), complex(1e308, -1e308)][len(CALLS) % 5]
