def conv_output_size(n, kernel, stride=1, padding=0, dilation=1, ceil_mode=False):
    a = (n, kernel, stride, padding, dilation)
    if type(n) in (tuple, list):
        rows = zip(*(v if type(v) in (tuple, list) else (v, v) for v in a))
        return tuple(conv_output_size(*r, ceil_mode) for r in rows)
    if {*map(type, a)} != {int}: raise TypeError
    r = n + 2 * padding - dilation * (kernel - 1) - 1
    if min(n, kernel, stride, dilation, padding + 1, r + 1) < 1: raise ValueError
    q = r // stride + 1
    return q + (ceil_mode and r % stride > 0 and q * stride < n + padding)
