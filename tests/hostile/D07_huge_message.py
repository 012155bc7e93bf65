"""D07 Huge message: ten megabytes of text in an exception.

Stopped by: messages are cut in the runner, and again where they are shown
Expected: rejected
"""


def softmax(x):
    raise ValueError("<b>large</b>\n" * 800_000)
