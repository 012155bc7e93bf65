"""Parameters of split_unpack: a length, and four splits whose pieces are unpacked."""


def generate(rng):
    """Return the length, the lines, the one at fault, and what is raised."""
    n = rng.choice([4, 6, 8, 10])
    h = n // 2
    good = [
        f"p, q = x.split({h})",
        "p, q = x.chunk(2)",
        f"p, q = x.split([1, {n - 1}])",
        f"p, = x.split({n})",
        f"p, q = x.split({n - 1})",
        f"p = x.split({n})[0]",
    ]
    bad = rng.choice([f"p, q = x.split({n})", "p, q = x.chunk(1)", f"p, q = x.split([{n}])", ""])
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or f"p = x.split({n})")
    return {"n": n, "lines": lines, "bad": bad, "error": "ValueError" if bad else "nothing"}
