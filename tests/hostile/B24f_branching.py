"""B24f Branching: twenty levels, each twice the one below.

Stopped by: the encoder's limits on depth and parts
Expected: rejected, crashed, timed_out
"""
def softmax(x):
    answer = [x]
    for _ in range(40):
        answer = [answer, answer]
    return answer
