"""Predict the size of a convolution's or pooling layer's output with plain arithmetic."""

Size = int | tuple[int, int]


def conv_output_size(
    n: Size,
    kernel: Size,
    stride: Size = 1,
    padding: Size = 0,
    dilation: Size = 1,
    ceil_mode: bool = False,
) -> Size:
    """Return in how many places the kernel stands.

    Args:
        n: size of the input in pixels, at least 1; or a pair of sizes.
        kernel: number of elements of the kernel, at least 1.
        stride: pixels per step, at least 1.
        padding: pixels added on each of the two sides, at least 0.
        dilation: distance between two neighbouring elements of the kernel, at least 1.
        ceil_mode: count a last window that is cut off, by the rule of pooling layers.

    Returns:
        An int; for a pair ``n`` a pair, where each other size is an int for both axes or a pair.

    Raises:
        TypeError: a float or a bool in place of an int.
        ValueError: a value below its minimum, or a kernel larger than the padded input.
    """
    raise NotImplementedError
