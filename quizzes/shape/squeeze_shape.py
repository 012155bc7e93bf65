"""Parameters of squeeze_shape: four sizes with ones among them, and what is squeezed."""


def generate(rng):
    """Return sizes and the argument: nothing, an axis, or two axes."""
    sizes = [1, rng.randrange(2, 33), rng.choice([1, rng.randrange(2, 33)]), 1]
    rng.shuffle(sizes)
    dims = rng.choice([[], [rng.randrange(-4, 4)], [rng.randrange(4)], sorted(rng.sample(range(4), 2))])
    argument = "" if not dims else str(dims[0]) if len(dims) == 1 else f"({dims[0]}, {dims[1]})"
    return {"sizes": sizes, "shown": ", ".join(map(str, sizes)), "dims": dims, "argument": argument}
