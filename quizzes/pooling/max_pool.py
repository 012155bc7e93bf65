"""Parameters of max_pool: sixteen small numbers."""


def generate(rng):
    """Return a 4 × 4 matrix as nested lists."""
    return {"x": [[rng.randrange(-9, 10) for _ in range(4)] for _ in range(4)]}
