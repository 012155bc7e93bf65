"""Calls itself without end; Python stops it with RecursionError."""

def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    return 1 + conv_output_size(n, kernel, stride, padding, dilation, ceil_mode)
