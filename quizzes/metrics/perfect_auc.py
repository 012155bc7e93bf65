"""Parameters of perfect_auc: positives all above negatives, and all on one side of 0.5."""


def generate(rng):
    """Return scores in which each positive beats each negative, and whether they lie low or high."""
    p, n = rng.randrange(2, 5), rng.randrange(2, 6)
    scores = sorted(rng.sample(range(1, 45), p + n), reverse=True)
    shift = rng.choice([0, 52])
    return {"pos": [(s + shift) / 100 for s in scores[:p]], "neg": [(s + shift) / 100 for s in scores[p:]]}
