def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    print("conv_output_size", n, kernel, stride, padding, dilation, ceil_mode)
    if isinstance(n, (list, tuple)):
        out = []
        for axis in 0, 1:
            print("axis", axis)
            args = [v[axis] if isinstance(v, (list, tuple)) else v for v in (n, kernel, stride, padding, dilation)]
            out.append(conv_output_size(*args, ceil_mode=ceil_mode))
        print("->", out)
        return tuple(out)
    for v in n, kernel, stride, padding, dilation:
        if type(v) is not int:
            print("not an int:", v)
            raise TypeError(f"not an int: {v}")
    if min(n, kernel, stride, dilation) < 1 or padding < 0:
        print("too small")
        raise ValueError("too small")
    room = n + 2 * padding - dilation * (kernel - 1) - 1
    if room < 0:
        print("no room")
        raise ValueError("no room")
    out = room // stride + 1
    if ceil_mode and room % stride != 0 and out * stride < n + padding:
        print("one more window")
        out = out + 1
    print("->", out)
    return out
