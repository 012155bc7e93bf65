"""D12b Interactive: a breakpoint at import, and a prompt for a password on the terminal.

Stopped by: standard input is empty and there is no terminal
Expected: crashed
"""

import getpass

try:
    getpass.getpass("teacher's password: ")
except EOFError:
    breakpoint()
    raise


def softmax(x):
    return x
