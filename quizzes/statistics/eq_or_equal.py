"""Parameters of eq_or_equal: two vectors, equal or not, of one shape or dtype or not."""


def generate(rng):
    """Return the two lists, as written, and the call."""
    a = [rng.randrange(1, 9) for _ in range(3)]
    kind = rng.choice(["same", "differ", "length", "dtype"])
    b = {"same": a, "dtype": [float(n) for n in a], "differ": [*a[:2], a[2] + 1], "length": a[:1]}[kind]
    return {
        "a": a,
        "b": b,
        "kind": kind,
        "call": rng.choice(["torch.equal(a, b)", "a.eq(b).tolist()", "(a == b).all().item()", "a.equal(b)"]),
    }
