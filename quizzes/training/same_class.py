"""Parameters of same_class: four scores of which the largest in size is negative."""


def generate(rng):
    """Return different logits; in half of the cases all of them are negative."""
    sizes = [v * 0.5 for v in rng.sample(range(1, 9), 4)]
    largest = max(sizes)
    if rng.random() < 0.5:
        return {"z": [-v for v in sizes]}
    return {"z": [-v if v == largest else v for v in sizes]}
