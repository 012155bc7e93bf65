"""B24c Dict of itself: a cycle through keys, values and a tuple.

Stopped by: the encoder's limits on depth and parts
Expected: rejected, crashed
"""
def softmax(x):
    answer = {}
    answer["a"] = answer["b"] = answer["c"] = (answer, [answer])
    return answer
