"""Parameters of weights_from_input: a 3x3 weight of nine different whole numbers, a place, a side."""


def generate(rng):
    """Return the weight as nested lists, the number of a neuron, and which side is asked for."""
    numbers = rng.sample(range(1, 40), 9)
    w = [[float(v) for v in numbers[i : i + 3]] for i in (0, 3, 6)]
    return {"w": w, "k": rng.randrange(3), "asked": rng.choice(["in", "in", "out"])}
