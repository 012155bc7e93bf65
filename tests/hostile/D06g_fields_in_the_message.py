"""D06g Evil exception: format fields in its message and name, for whoever puts sentences together from both.

Stopped by: a message is only ever a field of a sentence, never the sentence
Expected: rejected
Outcome: {why.__class__.__init__.__globals__}
"""

Evil = type("{got.__class__}", (ValueError,), {})


def softmax(x):
    raise Evil("{why.__class__.__init__.__globals__} %(message)s %n%s {0} {message!r:>1000000000}")
