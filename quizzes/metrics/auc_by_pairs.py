"""Parameters of auc_by_pairs: scores of positives and negatives, with a tie among them."""


def generate(rng):
    """Return three or four scores of each class; one negative ties with a positive."""
    pos = sorted((rng.randrange(3, 10) / 10 for _ in range(rng.randrange(2, 5))), reverse=True)
    neg = sorted((rng.randrange(1, 8) / 10 for _ in range(rng.randrange(2, 4))), reverse=True)
    neg[0] = rng.choice(pos)
    return {"pos": pos, "neg": neg}
