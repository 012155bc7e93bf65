"""Parameters of where_indices: a 2x3 tensor with two or three entries above 50."""


def generate(rng):
    """Return rows of different numbers with high ones at drawn places."""
    places = set(rng.sample(range(6), rng.choice([2, 3])))
    low, high = rng.sample(range(10, 45), 6), rng.sample(range(55, 99), 6)
    flat = [high[i] if i in places else low[i] for i in range(6)]
    return {"x": [flat[:3], flat[3:]], "asked": rng.choice(["rows", "cols"])}
