"""Parameters of norm_of_ints: a vector of one value, as integers or floats, and four statistics."""


def generate(rng):
    """Return the vector, the lines and what is raised."""
    n = rng.randrange(4, 12)
    made, whole = rng.choice(
        [
            (f"torch.full([{n}], 1)", True),
            (f"torch.full([{n}], 1.)", False),
            (f"torch.arange({n})", True),
            (f"torch.ones({n})", False),
            (f"torch.full([{n}], {rng.randrange(2, 9)})", True),
        ]
    )
    bad = rng.choice(["a.norm(1)", "a.mean()", "a.norm(2)", "a.std()"])
    lines = rng.sample(
        [
            "a.sum()",
            "a.max()",
            "a.prod()",
            "a.argmax()",
            "a.float().mean()",
            "a.mean(dtype=torch.float32)",
            "a.abs().sum()",
            "a.median()",
        ],
        3,
    )
    lines.insert(rng.randrange(4), bad)
    return {
        "made": made,
        "lines": lines,
        "bad": bad,
        "whole": whole,
        "error": "RuntimeError" if whole else "nothing",
    }
