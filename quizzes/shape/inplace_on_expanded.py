"""Parameters of inplace_on_expanded: a column, made wider in some way, and what is done with it."""


def generate(rng):
    """Return the sizes, the call that widens, the operations and what is raised."""
    a, b, c = rng.randrange(2, 9), rng.randrange(2, 9), rng.randrange(1, 9)
    wide = rng.choice(
        [f"expand({a}, {b})", f"expand({a}, {b})", f"repeat(1, {b})", f"expand({a}, {b}).clone()"]
    )
    write = rng.choice([f"y += {c}", f"y.mul_({c})", "y.relu_()"])
    lines = [write, *rng.sample([f"z = y + {c}", "s = y.sum()", "w = y * y", f"x += {c}"], 2)]
    rng.shuffle(lines)
    bad = wide == f"expand({a}, {b})"
    return {
        "a": a,
        "wide": wide,
        "write": write,
        "lines": lines,
        "bad": bad,
        "error": "RuntimeError" if bad else "nothing",
    }
