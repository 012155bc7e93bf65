"""B46 Odd syntax error: an exception whose line, text and message are objects of its own.

Stopped by: the runner dies of it alone, or the decoder refuses it
Expected: rejected, crashed
"""
class Odd(SyntaxError):
    filename = "softmax.py"
    lineno = "many"
    text = property(lambda self: 1 / 0)
    msg = property(lambda self: self)

    def __str__(self):
        raise SystemExit


def softmax(x):
    raise Odd
