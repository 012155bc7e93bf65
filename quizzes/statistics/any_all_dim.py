"""Parameters of any_all_dim: two rows of three small numbers, a threshold, and a question along an axis."""


def generate(rng):
    """Return the rows, the threshold, the operation and the axis."""
    x = [[rng.randrange(0, 10) for _ in range(3)] for _ in range(2)]
    return {"x": x, "c": rng.randrange(2, 6), "op": rng.choice(["all", "any"]), "dim": rng.choice([0, 1, 1])}
