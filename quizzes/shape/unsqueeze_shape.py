"""Parameters of unsqueeze_shape: sizes, and a place for the new axis."""


def generate(rng):
    """Return two to four sizes and an axis, negative ones too."""
    sizes = rng.sample(range(2, 33), rng.randrange(2, 5))
    return {
        "sizes": sizes,
        "shown": ", ".join(map(str, sizes)),
        "d": rng.randrange(-len(sizes) - 1, len(sizes) + 1),
    }
