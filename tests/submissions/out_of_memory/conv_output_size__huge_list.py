"""Lists every position of a window on an input of 2⁴⁰ pixels."""

def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    return len([0] * (1 << 40))
