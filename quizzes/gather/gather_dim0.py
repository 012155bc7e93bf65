"""Parameters of gather_dim0: nine different numbers in three rows, and where to look."""


def generate(rng):
    """Return the tensor and the index as nested lists."""
    numbers = rng.sample(range(10, 100), 9)
    x = [numbers[:3], numbers[3:6], numbers[6:]]
    return {"x": x, "idx": [[rng.randrange(3) for _ in "ab"] for _ in "ab"]}
