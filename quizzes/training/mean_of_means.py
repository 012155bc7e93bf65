"""Parameters of mean_of_means: batches of which the last one is smaller."""


def generate(rng):
    """Return the size of whole batches, that of the last one, and the mean loss of each batch."""
    size = rng.choice([8, 10, 20])
    rest = rng.choice([2, 4, 5])
    means = [rng.randrange(1, 10) / 10 for _ in range(3)]
    return {"sizes": [size, size, rest], "means": means}
