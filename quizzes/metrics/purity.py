"""Parameters of purity: the classes of the samples in each cluster."""


def generate(rng):
    """Return two or three clusters as lists of class letters."""
    letters = "ABC"
    return {
        "clusters": [
            "".join(sorted(rng.choice(letters) for _ in range(rng.randrange(3, 8))))
            for _ in range(rng.randrange(2, 4))
        ]
    }
