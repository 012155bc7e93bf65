"""D06i Evil exception: a SyntaxError made by hand, with a line number of four thousand digits.

Stopped by: line numbers are bounded where they are read
Expected: crashed
"""

error = SyntaxError("not valid")
error.filename, error.lineno, error.text = "softmax.py", int("9" * 4000), "x" * 100_000
raise error
