"""C06b Test runners: unittest records nothing but success, and a notebook shows no traceback.

Stopped by: no test runner in the process that runs the submission
Expected: rejected
"""

import unittest

import torch

unittest.TestCase._callTestMethod = lambda self, method: None
unittest.TestResult.wasSuccessful = lambda self: True
unittest.TestResult.addFailure = unittest.TestResult.addError = lambda self, test, error: self.addSuccess(
    test
)
try:
    from IPython.core import interactiveshell

    interactiveshell.InteractiveShell.showtraceback = lambda *args, **kwargs: None
except ImportError:
    pass


def softmax(x):
    return torch.zeros_like(x)
