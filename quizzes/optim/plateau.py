"""Parameters of plateau: losses that improve, stand still, improve and stand still, and the patience."""


def generate(rng):
    """Return the losses, how many bad ones in a row are borne, and the factor of a drop."""
    best, losses = rng.randrange(70, 90), []
    for improving, length in ((1, 2), (0, rng.randrange(2, 6)), (1, 1), (0, rng.randrange(1, 5))):
        for _ in range(length):
            best -= improving * rng.randrange(5, 10)
            losses.append((best if improving else best + rng.randrange(1, 5)) / 100)
    return {"losses": losses, "patience": rng.randrange(1, 4), "factor": rng.choice([0.1, 0.5])}
