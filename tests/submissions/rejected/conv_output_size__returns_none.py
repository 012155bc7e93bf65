"""Prints the answer and returns nothing."""

def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    if isinstance(n, int) and isinstance(stride, int) and stride > 0:
        print((n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1)
