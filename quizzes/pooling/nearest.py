"""Parameters of nearest: three numbers and a factor."""


def generate(rng):
    """Return three different numbers and the factor."""
    return {"x": rng.sample(range(1, 20), 3), "factor": rng.choice([2, 3])}
