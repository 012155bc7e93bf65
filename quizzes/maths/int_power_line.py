"""Parameters of int_power_line: a vector of integers or floats and four powers of it."""


def generate(rng):
    """Return the data, the lines and what is raised."""
    dot = rng.choice(["", "", "."])
    a, b = rng.randrange(2, 9), rng.randrange(2, 9)
    bad = rng.choice(["x ** -1", "x.pow(-2)"])
    lines = rng.sample(
        [
            f"x ** {rng.randrange(2, 4)}",
            "1 / x",
            "x ** 0.5",
            "x.sqrt()",
            "x ** -1.0",
            "x.float().pow(-1)",
            "x.rsqrt()",
        ],
        3,
    )
    lines.insert(rng.randrange(4), bad)
    return {
        "data": f"[{a}{dot}, {b}{dot}]",
        "lines": lines,
        "bad": bad,
        "error": "nothing" if dot else "RuntimeError",
    }
