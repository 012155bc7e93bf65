"""Parameters of avg_pool: five small whole numbers."""


def generate(rng):
    """Return five numbers."""
    return {"x": [rng.randrange(0, 10) for _ in range(5)]}
