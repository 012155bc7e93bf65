"""Parameters of gather_dim0: six different numbers in three rows, and where to look."""


def generate(rng):
    """Return the tensor and the index as nested lists."""
    numbers = rng.sample(range(10, 100), 6)
    x = [numbers[:2], numbers[2:4], numbers[4:]]
    return {"x": x, "idx": [[rng.randrange(3) for _ in "ab"] for _ in "ab"]}
