"""Written for Python 2."""

def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    print "n is", n
    return n
