"""Parameters of arg_extreme: five different numbers and a question."""


def generate(rng):
    """Return the numbers and the call."""
    return {"x": rng.sample(range(-20, 40), 5), "call": rng.choice(["argmin", "argmin", "argmax"])}
