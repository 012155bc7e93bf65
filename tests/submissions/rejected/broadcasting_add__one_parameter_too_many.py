"""Wants a third argument that nobody gives."""

def broadcasting_add(a, b, out):
    out.copy_(a)
    out += b
    return out
