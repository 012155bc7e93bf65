"""Parameters of kth_value: six different numbers and a rank that is not in the middle."""


def generate(rng):
    """Return the numbers and the rank."""
    return {"x": rng.sample(range(1, 90), 6), "k": rng.choice([1, 2, 3, 4, 5])}
