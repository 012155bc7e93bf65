"""E06c Header bomb: a dict whose keys all have the same hash, so that building it takes the square of its length.

Stopped by: the size of a dict, if it is bounded where it is read
Expected: rejected, crashed
"""

PRIME = 2**61 - 1
answer = {}
for k in range(4000):
    answer[k * PRIME] = None


def softmax(x):
    return answer
