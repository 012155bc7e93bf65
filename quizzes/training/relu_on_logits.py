"""Parameters of relu_on_logits: four scores of both signs and a target."""


def generate(rng):
    """Return logits without zeros, at least one of each sign, and the class."""
    while True:
        z = [rng.choice([-1, 1]) * rng.randrange(1, 6) * 0.5 for _ in range(4)]
        if 1 <= sum(v < 0 for v in z) <= 3:
            return {"z": z, "target": rng.randrange(4)}
