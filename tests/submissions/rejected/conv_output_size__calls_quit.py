"""Ends with quit() instead of return."""

def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    quit()
