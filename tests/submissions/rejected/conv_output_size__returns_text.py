"""Returns the number as a string."""

def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    return str((n + 2 * padding - dilation * (kernel - 1) - 1) // max(stride, 1) + 1) if isinstance(n, int) else "?"
