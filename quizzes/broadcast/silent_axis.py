"""Parameters of silent_axis: two numbers to add along an axis of a square, and how."""


def generate(rng):
    """Return the numbers of the bias, its index, and a constant."""
    bias = rng.sample(range(1, 10), 2)
    return {
        "bias": bias,
        "how": rng.choice(["", "", "[:, None]", "[:, None, None]"]),
        "k": rng.randrange(0, 10) * 10,
    }
