"""Parameters of sum_dim: two rows of three small numbers, an axis, and an operation."""


def generate(rng):
    """Return the rows and the call."""
    x = [[float(rng.randrange(1, 8)) for _ in range(3)] for _ in range(2)]
    x[1][2] = 3.0 * rng.randrange(1, 3)
    return {"x": x, "op": rng.choice(["sum", "prod", "mean"]), "dim": rng.choice([0, 1, -1])}
