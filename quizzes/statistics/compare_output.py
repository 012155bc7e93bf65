"""Parameters of compare_output: three numbers, a threshold among them, and a comparison."""


def generate(rng):
    """Return the numbers, the threshold and the sign."""
    x = rng.sample(range(1, 20), 3)
    return {"x": x, "c": sorted(x)[1], "sign": rng.choice([">", "<", ">=", "<="])}
