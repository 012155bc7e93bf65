"""Parameters of ge_prints: a smaller number, the threshold itself, a larger number, in some order."""


def generate(rng):
    """Return the numbers, the threshold and the comparison."""
    c = rng.randrange(2, 9) / 2
    x = [c, c - rng.randrange(1, 4) / 2, c + rng.randrange(1, 4) / 2]
    rng.shuffle(x)
    return {"x": x, "c": c, "op": rng.choice(["ge", "le"])}
