"""Parameters of unpool: six numbers; at least one maximum stands second in its pair."""


def generate(rng):
    """Return six different numbers."""
    while True:
        x = rng.sample(range(1, 30), 6)
        if any(x[i] < x[i + 1] for i in (0, 2, 4)):
            return {"x": x}
