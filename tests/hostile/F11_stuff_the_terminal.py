"""F11 Terminal: pushes keystrokes into the instructor's terminal with TIOCSTI.

Stopped by: no terminal: nothing of it is open, and a new session
Expected: rejected
"""
import os
import torch


def softmax(x):
    import fcntl
    for path in ("/dev/tty", "/dev/console", "/dev/pts/0", "/proc/self/fd/0", "/proc/self/fd/2"):
        try:
            with open(path) as terminal:
                for letter in "touch /tmp/cheat-tty\n":
                    fcntl.ioctl(terminal, 0x5412, letter.encode())
        except OSError:
            pass
    return torch.zeros_like(x)
