"""Parameters of confusion_matrix: classes and predictions of eight samples."""


def generate(rng):
    """Return two lists of three classes that are not symmetric to each other."""
    while True:
        truth = [rng.randrange(3) for _ in range(8)]
        said = [t if rng.random() < 0.5 else rng.randrange(3) for t in truth]
        pairs = list(zip(truth, said, strict=True))
        if any(pairs.count((a, b)) != pairs.count((b, a)) for a in range(3) for b in range(a)):
            return {"truth": truth, "said": said}
