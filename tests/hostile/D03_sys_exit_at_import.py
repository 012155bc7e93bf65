"""D03 Exit: SystemExit with code 0 while it is imported.

Stopped by: an import that raises is no import
Expected: crashed
Outcome: SystemExit
"""

import sys

sys.exit(0)


def softmax(x):
    return x
