"""Parameters of permute_or_view: six numbers in two rows, and a way to make three rows of them."""


def generate(rng):
    """Return the rows and the call."""
    numbers = rng.sample(range(1, 30), 6)
    return {
        "x": [numbers[:3], numbers[3:]],
        "call": rng.choice(["permute(1, 0)", "view(3, 2)", "reshape(3, 2)", "transpose(0, 1)", "t()"]),
    }
