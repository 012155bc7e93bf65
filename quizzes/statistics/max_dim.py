"""Parameters of max_dim: two rows of three different numbers, an axis, and what is asked."""


def generate(rng):
    """Return the rows, the axis and which part of the result is printed."""
    numbers = rng.sample(range(10, 99), 6)
    return {
        "x": [numbers[:3], numbers[3:]],
        "dim": rng.choice([0, 1, 1]),
        "part": rng.choice(["values", "indices", "[1]", "[0]"]),
        "keep": rng.choice(["", "", ", keepdim=True"]),
    }
