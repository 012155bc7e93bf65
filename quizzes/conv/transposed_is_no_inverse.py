"""Parameters of transposed_is_no_inverse: four numbers and a kernel of two."""


def generate(rng):
    """Return the signal and the kernel, without zeros."""
    return {
        "x": [float(rng.randrange(1, 6)) for _ in range(4)],
        "w": [float(rng.randrange(1, 4)), float(rng.choice([-1, 1, 2]))],
    }
