"""Is async, so that a call gives a coroutine."""

async def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    return (n + 2 * padding - dilation * (kernel - 1) - 1) // stride + 1
