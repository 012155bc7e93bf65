"""Parameters of masked_count: two rows of small integers, and a threshold that occurs among them."""


def generate(rng):
    """Return the rows, the threshold and the name of the comparison."""
    numbers = [rng.randrange(-5, 6) for _ in range(8)]
    return {
        "x": [numbers[:4], numbers[4:]],
        "c": rng.choice(numbers),
        "op": rng.choice(["ge", "gt", "le", "lt"]),
    }
