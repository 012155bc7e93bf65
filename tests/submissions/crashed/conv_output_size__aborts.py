"""Calls os.abort in every call."""

import os


def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    os.abort()
