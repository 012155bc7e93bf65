"""Parameters of mismatched_line: parts of equal and unequal length, joined in four ways."""


def generate(rng):
    """Return the sizes, the lines and what is raised."""
    n, m = rng.sample(range(20, 40), 2)
    c = rng.randrange(5, 10)
    good = [
        "torch.cat([a, b])",
        "torch.cat([a, b], dim=0)",
        "torch.stack([a, a])",
        "torch.cat([a, a], dim=1)",
        "torch.stack([b, b], dim=2)",
        "torch.cat([b, a, b])",
    ]
    bad = rng.choice(["torch.stack([a, b])", "torch.cat([a, b], dim=1)", "torch.stack([a, b], dim=1)", ""])
    lines = rng.sample(good, 3)
    lines.insert(rng.randrange(4), bad or "torch.stack([a, a, a], dim=-1)")
    return {"n": n, "m": m, "c": c, "lines": lines, "bad": bad, "error": "RuntimeError" if bad else "nothing"}
