"""Parameters of gather_dim1: six different numbers in two rows, and where to look."""


def generate(rng):
    """Return the tensor and the index as nested lists."""
    numbers = rng.sample(range(10, 100), 6)
    return {"x": [numbers[:3], numbers[3:]], "idx": [[rng.randrange(2) for _ in "ab"] for _ in "ab"]}
