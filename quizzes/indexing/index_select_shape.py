"""Parameters of index_select_shape: sizes, an axis, and indices along it, repeats allowed."""


def generate(rng):
    """Return sizes, axis and indices."""
    sizes = [rng.randrange(3, 7), rng.randrange(3, 5), rng.randrange(8, 12), rng.randrange(12, 16)]
    dim = rng.randrange(4)
    index = [rng.randrange(sizes[dim]) for _ in range(rng.randrange(2, 6))]
    return {"sizes": sizes, "dim": dim, "index": index, "shown": ", ".join(map(str, sizes))}
