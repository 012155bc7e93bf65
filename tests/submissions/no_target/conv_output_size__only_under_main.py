"""Defines the target only when run as a script."""

if __name__ == "__main__":

    def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
        return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
