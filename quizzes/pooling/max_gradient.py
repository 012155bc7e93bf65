"""Parameters of max_gradient: two pairs, the gradient of each, and the kind of pooling."""


def generate(rng):
    """Return four different numbers, two even factors, and `max` or `avg`."""
    return {
        "x": rng.sample(range(1, 20), 4),
        "c": rng.sample([2, 4, 6, 8], 2),
        "kind": rng.choice(["max", "avg"]),
    }
