"""Parameters of bool_arithmetic: a mask, and four things done with it."""


def generate(rng):
    """Return the numbers, the threshold, the lines and what is raised."""
    x = rng.sample(range(1, 20), 3)
    good = [
        "~mask",
        "mask.sum()",
        "mask + mask",
        "mask.float().mean()",
        "mask & mask",
        "x * mask",
        "mask.int() - 1",
        "mask == mask",
        "2 * mask",
    ]
    bad = rng.choice(["1 - mask", "mask - mask", "if mask: pass", "mask.mean()", ""])
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or "mask.any()")
    return {
        "x": x,
        "c": sorted(x)[1],
        "lines": lines,
        "bad": bad,
        "error": "RuntimeError" if bad else "nothing",
    }
