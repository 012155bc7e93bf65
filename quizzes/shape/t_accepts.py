"""Parameters of t_accepts: zero to four sizes, and a way to transpose."""


def generate(rng):
    """Return the sizes and the call."""
    sizes = rng.sample(range(2, 20), rng.choice([0, 1, 1, 2, 2, 3, 3, 4]))
    call = rng.choice(["t()", "t()", "mT", "transpose(-1, -2)"]) if len(sizes) > 1 else "t()"
    return {"sizes": sizes, "call": call}
