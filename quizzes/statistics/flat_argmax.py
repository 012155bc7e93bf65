"""Parameters of flat_argmax: a matrix of different numbers."""


def generate(rng):
    """Return the rows and the number of columns."""
    n = rng.choice([3, 4, 5])
    numbers = rng.sample(range(10, 99), 3 * n)
    return {"x": [numbers[i * n : i * n + n] for i in range(3)], "n": n}
