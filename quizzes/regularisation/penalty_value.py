"""Parameters of penalty_value: weights, the factor, and which of the two penalties is asked for."""


def generate(rng):
    """Return three weights of both signs, a factor, and the kind of penalty."""
    weights = [rng.choice([-1, 1]) * v for v in rng.sample(range(1, 7), 3)]
    return {"w": weights, "factor": rng.choice([0.01, 0.1, 0.5]), "kind": rng.choice(["L1", "L2"])}
