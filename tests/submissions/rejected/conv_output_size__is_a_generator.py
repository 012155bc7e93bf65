"""Says yield where it means return."""

def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    yield (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
