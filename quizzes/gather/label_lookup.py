"""Parameters of label_lookup: ten labels and the places that topk found."""


def generate(rng):
    """Return the label of each place, and places for two rows."""
    labels = rng.sample(range(100, 200), 5)
    return {"labels": labels, "idx": [rng.sample(range(5), 2) for _ in "ab"]}
