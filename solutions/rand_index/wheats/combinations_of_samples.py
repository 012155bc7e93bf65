"""A plain loop over itertools.combinations.
用 itertools.combinations 的普通循环。
"""

from itertools import combinations


def rand_index(a, b):
    samples = list(zip(a.tolist(), b.tolist()))
    if len(samples) <= 1:
        raise ValueError("no pairs")
    votes = [(p == q) is (r == s) for (p, r), (q, s) in combinations(samples, 2)]
    return sum(votes) / len(votes)
