"""D17 Names like ours: raises a class called ForbiddenOperation, hoping that a policy is no wrong answer.

Stopped by: a name means nothing; the exception is the submission's
Expected: rejected
"""


class ForbiddenOperation(BaseException):
    pass


def softmax(x):
    raise ForbiddenOperation("softmax")
