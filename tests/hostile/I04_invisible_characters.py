"""I04 Bidi: turns the line round, hides letters, sends half a character.

Stopped by: such characters are shown as escapes
Expected: rejected
"""
import torch


def softmax(x):
    raise ValueError('\u202e\u200b\ufeff accepted \ud800\U000e0041')
