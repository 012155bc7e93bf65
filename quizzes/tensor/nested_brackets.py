"""Parameters of nested_brackets: a tensor of ones to nines as a nested list."""


def generate(rng):
    """Return the list, its shape, and its number of elements."""
    shape = rng.choice(
        [[], [1], [1, 1], [2], [1, 2], [2, 1], [3, 2], [1, 3], [1, 2, 1], [2, 1, 1], [2, 1, 3], [1, 1, 2]]
    )
    return {"x": _nested(rng, shape), "sizes": shape}


def _nested(rng, shape):
    if not shape:
        return rng.randrange(1, 100) / 10
    return [_nested(rng, shape[1:]) for _ in range(shape[0])]
