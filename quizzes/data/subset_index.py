"""Parameters of subset_index: data, the positions of a subset, and which element is asked for."""


def generate(rng):
    """Return eight numbers, four positions in an order of their own, and a place among them."""
    return {
        "data": rng.sample(range(10, 100), 8),
        "chosen": rng.sample(range(8), 4),
        "i": rng.randrange(4),
    }
