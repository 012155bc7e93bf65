"""Parameters of class_index: folder names, in the order in which they were made."""

NAMES = ["cat", "dog", "Bird", "ant", "Zebra", "fox", "Cow", "10", "2", "owl", "bee"]


def generate(rng):
    """Return five folder names with upper and lower case, and the one that is asked for."""
    names = rng.sample(NAMES, 5)
    return {"names": names, "asked": rng.choice(names)}
