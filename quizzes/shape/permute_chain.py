"""Parameters of permute_chain: four different sizes, and two or three exchanges of axes."""


def generate(rng):
    """Return the sizes and the calls."""
    sizes = [rng.randrange(2, 6), 3, *rng.sample(range(10, 40), 2)]
    i, j = sorted(rng.sample(range(4), 2))
    k, m = sorted(rng.sample(range(4), 2))
    order = rng.choice([[0, 2, 3, 1], [0, 3, 1, 2], [3, 0, 1, 2], [1, 2, 3, 0]])
    kind = rng.choice(["two", "permute", "mixed"])
    calls = {
        "two": f"transpose({i}, {j}).transpose({k}, {m})",
        "permute": f"permute({', '.join(map(str, order))})",
        "mixed": f"transpose({i}, {j}).permute({', '.join(map(str, order))})",
    }
    return {
        "sizes": sizes,
        "shown": ", ".join(map(str, sizes)),
        "calls": calls[kind],
        "kind": kind,
        "order": order,
        "pairs": [i, j, k, m],
    }
