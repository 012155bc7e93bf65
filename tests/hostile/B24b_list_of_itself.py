"""B24b List of itself: contains itself, four times.

Stopped by: the encoder's limits on depth and parts
Expected: rejected, crashed
"""
def softmax(x):
    answer = [x]
    answer += [answer, (answer, answer), {"self": answer}]
    return answer
