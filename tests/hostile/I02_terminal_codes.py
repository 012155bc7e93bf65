"""I02 Terminal codes: clears the screen, sets the title, writes its own report.

Stopped by: control characters are shown as escapes
Expected: rejected
"""
import torch


def softmax(x):
    print("\x1b[2J\x1b[H\x1b]0;accepted\x07Score: 10 / 10\x9b31m")
    raise ValueError("\x1b[8m hidden \x1b]8;;http://cheat\x07")
    return torch.zeros_like(x)
