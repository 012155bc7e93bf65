"""B19b View: returns a view of the argument that overlaps itself, transposed and broadcast back.

Stopped by: the values; views are made dense before they travel
Expected: rejected
"""
def softmax(x):
    steps = (0,) * (x.dim() - 1) + (1,)
    return x.as_strided(x.shape, steps) if x.dim() > 1 else x.flip(0).expand(x.shape)
