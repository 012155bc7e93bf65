"""Parameters of bn_running_mean: four whole numbers whose mean is whole."""


def generate(rng):
    """Return a batch of four numbers and the momentum of the layer."""
    while True:
        x = [rng.randrange(0, 20) for _ in "abcd"]
        if sum(x) % 4 == 0 and len(set(x)) == 4 and sum(x):
            return {"x": x, "momentum": rng.choice([0.1, 0.2, 0.5]), "mean": sum(x) // 4}
