"""Parameters of take_flat: six different numbers in two rows, and three places."""


def generate(rng):
    """Return the rows and the flat indices."""
    numbers = rng.sample(range(10, 100), 6)
    return {"src": [numbers[:3], numbers[3:]], "idx": [rng.randrange(2), *rng.sample(range(2, 6), 2)]}
