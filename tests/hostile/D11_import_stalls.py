"""D11 Import stall: sleeps while it is imported, so that a class behind it waits.

Stopped by: the judge's clock for the import
Expected: timed_out
Outcome: Importing the file took longer
"""

import time

time.sleep(3600)


def softmax(x):
    return x
