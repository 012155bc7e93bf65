"""Looks the method up by a name that is known only at run time."""

def gather(x, dim, index):
    name = "".join(reversed("rehtag"))
    return getattr(x, name)(dim, index)
