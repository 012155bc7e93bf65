"""Parameters of unsqueeze_bounds: one to five sizes."""


def generate(rng):
    """Return the sizes, as a list and as written."""
    sizes = [rng.randrange(2, 9) for _ in range(rng.randrange(1, 6))]
    return {"sizes": sizes, "shown": f"({', '.join(map(str, sizes))}{',' if len(sizes) == 1 else ''})"}
