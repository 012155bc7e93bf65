"""D05 Skip: raises SkipTest, which test runners count as anything but a failure.

Stopped by: an exception is not an answer, whatever its class
Expected: rejected
Outcome: SkipTest
Baselines: pytest
"""

import unittest


def softmax(x):
    raise unittest.SkipTest("not on this machine")
