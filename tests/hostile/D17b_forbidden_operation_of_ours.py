"""D17b Names like ours: raises the runner's own ForbiddenOperation without having done anything forbidden.

Stopped by: that is a verdict of its own, without points
Expected: forbidden, rejected, crashed
"""

from grader.runner.fronts import ForbiddenOperation, Hit


def softmax(x):
    raise ForbiddenOperation(Hit("nothing", "call", None))
