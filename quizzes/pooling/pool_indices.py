"""Parameters of pool_indices: sixteen different numbers."""


def generate(rng):
    """Return a 4 × 4 matrix without ties."""
    numbers = rng.sample(range(10, 100), 16)
    return {"x": [numbers[i : i + 4] for i in (0, 4, 8, 12)]}
