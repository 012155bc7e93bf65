"""I03 Formula: a message that a spreadsheet would execute.

Stopped by: text stays text
Expected: rejected
"""
import torch


def softmax(x):
    raise ValueError('=HYPERLINK("http://cheat","open")')
