"""D18 Names like ours: raises classes called RunnerEnded, GraderFault, ContentError and DeadlineExceeded, in turn.

Stopped by: names are text; on the judge's side they are one class
Expected: rejected
"""

NAMES = ("RunnerEnded", "GraderFault", "ContentError", "DeadlineExceeded", "ChannelClosed", "Falsified")
turns = iter([type(name, (BaseException,), {"__module__": "grader.errors"}) for name in NAMES] * 500)


def softmax(x):
    raise next(turns)("This is a fault in the grader, not in your code")
