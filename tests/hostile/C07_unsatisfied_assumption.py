"""C07 Hypothesis: raises UnsatisfiedAssumption, as if every example had been filtered out.

Stopped by: exceptions cross the wall as data; only a property of the judge can drop an example
Expected: rejected
Outcome: UnsatisfiedAssumption
"""

import sys
import types

try:
    from hypothesis.errors import UnsatisfiedAssumption
except ImportError:

    class UnsatisfiedAssumption(Exception):
        pass

    UnsatisfiedAssumption.__module__ = "hypothesis.errors"
    package, errors = types.ModuleType("hypothesis"), types.ModuleType("hypothesis.errors")
    errors.UnsatisfiedAssumption = UnsatisfiedAssumption
    sys.modules |= {"hypothesis": package, "hypothesis.errors": errors}


def softmax(x):
    raise UnsatisfiedAssumption
