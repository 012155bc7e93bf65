"""Parameters of all_means: numbers with or without zeros, two questions about them."""


def generate(rng):
    """Return the numbers and the two calls."""
    x = rng.choice(
        [
            [0, 0, 0],
            [rng.randrange(1, 9), 0, rng.randrange(1, 9)],
            [rng.randrange(-9, 9) or 1 for _ in range(3)],
            [0, rng.randrange(-9, 0), 0],
            [],
        ]
    )
    return {"x": x, "first": rng.choice(["all", "any"]), "second": rng.choice(["all", "any"])}
