"""Parameters of topk_values: five different numbers, how many of them, and from which end."""


def generate(rng):
    """Return the numbers, the count and the further argument."""
    return {
        "x": rng.sample(range(1, 60), 5),
        "k": rng.choice([2, 3]),
        "end": rng.choice(["", "", ", largest=False"]),
    }
