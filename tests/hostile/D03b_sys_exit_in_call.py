"""D03b Exit: SystemExit with code 0 when it is called.

Stopped by: the runner reports every exception, those that end a process too
Expected: rejected
Outcome: SystemExit
"""

import sys


def softmax(x):
    sys.exit(0)
