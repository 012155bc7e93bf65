"""Parameters of smooth_curve: four losses and how much of the old value is kept."""


def generate(rng):
    """Return the losses and the share."""
    return {"losses": [rng.randrange(1, 10) for _ in range(4)], "keep": rng.choice([0.5, 0.8, 0.9])}
