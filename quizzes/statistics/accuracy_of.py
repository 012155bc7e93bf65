"""Parameters of accuracy_of: scores of four samples for three classes, and their labels."""


def generate(rng):
    """Return the scores (different in each row) and the labels."""
    logits = [[n / 2 for n in rng.sample(range(-8, 13), 3)] for _ in range(4)]
    labels = [row.index(max(row)) if rng.random() < 0.6 else rng.randrange(3) for row in logits]
    return {
        "logits": logits,
        "labels": labels,
        "right": sum(row.index(max(row)) == k for row, k in zip(logits, labels, strict=True)),
    }
