"""D05b Skip: marks its own failure as expected, the way pytest does.

Stopped by: an exception is not an answer, whatever its class
Expected: rejected
Baselines: pytest
"""

try:
    from _pytest.outcomes import XFailed
except ImportError:

    class XFailed(Exception):
        pass


def softmax(x):
    raise XFailed("known bug")
