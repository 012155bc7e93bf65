"""B24e Wide list: half a million parts, none of them deep.

Stopped by: the encoder's limit on parts, or the limit on a header
Expected: rejected, crashed, timed_out, out_of_memory
"""
ANSWER = [0.5] * 500_000


def softmax(x):
    return ANSWER
