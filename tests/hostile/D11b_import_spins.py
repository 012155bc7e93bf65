"""D11b Import stall: a loop that no signal and no exception ends, while it is imported.

Stopped by: the judge's clock for the import, and SIGKILL
Expected: timed_out
Outcome: Importing the file took longer
"""

while True:
    try:
        while True:
            pass
    except BaseException:
        pass
