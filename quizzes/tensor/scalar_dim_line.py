"""Parameters of scalar_dim_line: four ways to ask for the dimension, of which one may be wrong."""


def generate(rng):
    """Return the four lines, the name of what is raised, and the number."""
    good = ["a.dim()", "len(a.shape)", "len(a.size())", "a.ndim", "a.numel()", "a.shape"]
    bad = rng.choice(["len(a.dim)", "len(a)", "len(a.dim())", ""])
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or "a.item()")
    return {
        "lines": lines,
        "bad": bad,
        "error": "TypeError" if bad else "nothing",
        "number": rng.randrange(1, 90) / 10,
    }
