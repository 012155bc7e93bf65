"""Parameters of star_import: names that NumPy exports too, and names that it does not."""


def generate(rng):
    """Return three names of the first kind and two of the second, mixed."""
    shadowed = ["sum", "min", "max", "abs", "any", "all", "round"]
    kept = ["len", "range", "sorted", "print", "map", "zip", "enumerate", "list", "reversed"]
    names = rng.sample(shadowed, 3) + rng.sample(kept, 2)
    rng.shuffle(names)
    return {"names": names, "hit": [name in shadowed for name in names]}
