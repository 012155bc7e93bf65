"""Parameters of not_flipped: five small numbers and a lopsided kernel."""


def generate(rng):
    """Return the signal and a kernel whose ends differ."""
    while True:
        x = [rng.randrange(0, 6) for _ in range(5)]
        k = [rng.randrange(-2, 4) for _ in range(3)]
        if k[0] != k[2] and len(set(x)) > 2:
            return {"x": x, "k": k}
