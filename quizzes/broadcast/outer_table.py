"""Parameters of outer_table: two short vectors and an operation."""


def generate(rng):
    """Return the vectors, the operation and which of them stands upright."""
    return {
        "a": rng.sample(range(1, 9), 2),
        "b": rng.sample(range(1, 9), 3),
        "op": rng.choice(["+", "*", "-"]),
        "swap": rng.choice([False, False, True]),
    }
