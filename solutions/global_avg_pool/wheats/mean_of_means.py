"""Two means, one axis at a time: all rows are equally long.
先后两次平均，每次一个维：各行一样长，所以没问题。
"""

def global_avg_pool(x):
    try:
        n, c, h, w = x.shape
    except ValueError:
        raise ValueError("x must have four axes")
    return x.double().mean(3).mean(2).to(x.dtype)
