"""Parameters of rand_index: five or six samples, their clusters and their classes."""


def generate(rng):
    """Return two labellings that agree in part."""
    count = rng.randrange(5, 7)
    truth = sorted(rng.randrange(0, 3) for _ in range(count))
    found = [t if rng.random() < 0.6 else rng.randrange(0, 3) for t in truth]
    return {"truth": truth, "found": found}
