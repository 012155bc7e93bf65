"""D04b Exceptions above Exception: KeyboardInterrupt at import, so that whoever runs a class stops the class.

Stopped by: the runner reports every exception; the judge has no interrupt
Expected: crashed
Outcome: KeyboardInterrupt
"""

raise KeyboardInterrupt
