"""Parameters of padding_value: six negative numbers."""


def generate(rng):
    """Return six different negative numbers."""
    return {"x": [-v for v in rng.sample(range(1, 20), 6)]}
