"""Parameters of two_lists: nine different numbers in three rows, two rows and two columns to look at."""


def generate(rng):
    """Return the matrix, the rows and the columns."""
    numbers = rng.sample(range(10, 100), 9)
    return {
        "x": [numbers[i : i + 3] for i in (0, 3, 6)],
        "i": rng.sample(range(3), 2),
        "j": rng.sample(range(3), 2),
    }
