"""Recursion: merges the last two axes until two are left.
递归：每次合并最后两维，直到只剩两维。
"""

def flatten_batch(x):
    rank = x.dim()
    if rank == 0:
        raise ValueError("0-d")
    if rank == 1:
        return x[:, None]
    if rank == 2:
        return x.clone()
    *front, last_but_one, last = x.shape
    return flatten_batch(x.reshape(front + [last_but_one * last]))
