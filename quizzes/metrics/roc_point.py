"""Parameters of roc_point: scores with their classes and a threshold between them."""


def generate(rng):
    """Return scores of positives and negatives (no two alike) and a threshold."""
    while True:
        p, n = rng.randrange(3, 6), rng.randrange(3, 6)
        scores = rng.sample(range(5, 96, 2), p + n)
        pos = sorted((s / 100 for s in scores[:p]), reverse=True)
        neg = sorted((s / 100 for s in scores[p:]), reverse=True)
        cut = rng.choice([0.3, 0.4, 0.5, 0.6])
        tp, fp = sum(s > cut for s in pos), sum(s > cut for s in neg)
        if 0 < tp < p and 0 < fp < n and tp / p != fp / n:
            return {"pos": pos, "neg": neg, "cut": cut, "tp": tp, "fp": fp}
