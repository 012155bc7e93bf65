"""D06f Evil exception: the name of its class cannot be written as UTF-8.

Stopped by: what cannot be encoded ends the runner, not the judge
Expected: crashed, rejected
"""

Evil = type("Evil\udc80\ud800", (Exception,), {})


def softmax(x):
    raise Evil("\ud800\udfff\x00\x1b[2J")
