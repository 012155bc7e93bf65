"""B24 Deep list: a hundred thousand lists in each other.

Stopped by: the encoder's limits on depth and parts
Expected: rejected, crashed
"""
def softmax(x):
    answer = x
    for _ in range(100_000):
        answer = [answer]
    return answer
