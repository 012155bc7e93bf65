"""Parameters of penalty_gradient: three weights, one of them 0, and which penalty it is."""


def generate(rng):
    """Return the weights (twice: the listing's `w` hides the parameter), a factor, and a method's name."""
    weights = [float(rng.randrange(2, 9)), -float(rng.randrange(2, 9)), 0.0]
    rng.shuffle(weights)
    return {
        "w": weights,
        "start": weights,
        "factor": rng.choice([0.01, 0.1, 0.5]),
        "kind": rng.choice(["abs", "square"]),
    }
