"""B19 Its input: returns the argument itself.

Stopped by: the values
Expected: rejected
"""
def softmax(x):
    return x
