"""Sets of pairs: agreement is everything outside the symmetric difference.
样本对的集合：对称差之外的都算一致。
"""

def _together(names):
    groups = {}
    for i, name in enumerate(names.tolist()):
        groups.setdefault(name, []).append(i)
    return {(i, j) for group in groups.values() for i in group for j in group if i < j}


def rand_index(a, b):
    n = len(a)
    if n < 2:
        raise ValueError(n)
    pairs = n * (n - 1) / 2
    return (pairs - len(_together(a) ^ _together(b))) / pairs
