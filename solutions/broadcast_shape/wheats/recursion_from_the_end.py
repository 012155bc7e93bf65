"""Recursion on the last sizes.
从最后一个大小开始递归。
"""

def broadcast_shape(s1, s2):
    if not s1:
        return tuple(s2)
    if not s2:
        return tuple(s1)
    sizes = {s1[-1], s2[-1]}
    if len(sizes) == 2:
        sizes.discard(1)
    if len(sizes) != 1:
        raise ValueError("sizes %s" % sizes)
    return broadcast_shape(s1[:-1], s2[:-1]) + (sizes.pop(),)
