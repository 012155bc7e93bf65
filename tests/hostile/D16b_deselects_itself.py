"""D16b Vacuous run: adds options and hooks by which a test session collects nothing and is content.

Stopped by: no test runner in the process that runs the submission
Expected: rejected
"""

import os
import sys

import torch

os.environ["PYTEST_ADDOPTS"] = "--deselect=. --suppress-no-test-exit-code"
try:
    from _pytest import main

    main.Session.perform_collect = lambda self, *args, **kwargs: []
    main.ExitCode.NO_TESTS_COLLECTED = main.ExitCode.TESTS_FAILED = main.ExitCode.OK
except (ImportError, AttributeError):
    pass
sys.exit = lambda code=0: None


def softmax(x):
    return torch.zeros_like(x)
