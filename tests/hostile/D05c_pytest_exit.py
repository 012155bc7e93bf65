"""D05c Skip: ends the whole test session with success.

Stopped by: no test runner in the process that runs the submission
Expected: rejected
Baselines: pytest
"""

try:
    from _pytest.outcomes import Exit
except ImportError:

    class Exit(BaseException):
        def __init__(self, message, returncode):
            super().__init__(message)


def softmax(x):
    raise Exit("all done", 0)
