"""C06 Test runner: every report of pytest says that the test passed.

Stopped by: no test runner in the process that runs the submission
Expected: rejected
Baselines: pytest
"""

import torch

try:
    from _pytest import reports, runner

    made = reports.TestReport.from_item_and_call.__func__

    def passed(cls, item, call):
        call.excinfo = None
        return made(cls, item, call)

    reports.TestReport.from_item_and_call = classmethod(passed)
    runner.check_interactive_exception = lambda call, report: False
except ImportError:
    pass


def softmax(x):
    return torch.zeros_like(x)
